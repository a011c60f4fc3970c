package io.millrace.chassis.parked;

import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.time.Instant;
import java.util.Locale;

/**
 * A dead letter that is not yet in the stream {@code DEAD_LETTERS}.
 *
 * @param deaths how often it died: once more with each redrive that did not help
 */
record DeathNotice(
        String consumer,
        String stream,
        long position,
        int attempts,
        int deaths,
        Instant firstFailure,
        Instant lastFailure,
        String reason,
        String stack,
        String subject,
        String headers,
        byte[] body) {

    /** The original's subject, headers and body, and what happened to it. */
    Message message(long maxPayload) {
        Headers all = original();
        all.put("millrace-consumer", consumer);
        all.put("millrace-stream", stream);
        all.put("millrace-sequence", Long.toString(position));
        all.put("millrace-attempts", Integer.toString(attempts));
        all.put("millrace-first-failure", firstFailure.toString());
        all.put("millrace-last-failure", lastFailure.toString());
        all.put("millrace-reason", oneLine(reason));
        all.put("millrace-stack", oneLine(stack));
        all.put(EnvelopeHeaders.MESSAGE_ID, consumer + "-" + position + "-" + deaths);
        boolean fits = body.length + all.serializedLength() <= maxPayload;
        if (!fits) {
            all.put(
                    "millrace-body",
                    "left out: its " + body.length + " bytes and these headers are too much for a message");
        }
        return NatsMessage.builder()
                .subject("dlq." + consumer + "." + subject)
                .headers(all)
                .data(fits ? body : new byte[0])
                .build();
    }

    /**
     * The headers as they came, but for those that speak to the server: they say behind which message of its own stream the
     * original belongs.
     */
    private Headers original() {
        Headers original = new Headers();
        headers.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            String name = line.substring(0, colon);
            if (!name.toLowerCase(Locale.ROOT).startsWith("nats-")) {
                original.add(name, oneLine(line.substring(colon + 2)));
            }
        });
        return original;
    }

    /** Headers of NATS are printable ASCII on one line. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.strip()
                .lines()
                .map(String::strip)
                .forEach(part -> line.append(line.isEmpty() ? "" : " | ").append(part));
        return line.chars()
                .collect(
                        StringBuilder::new,
                        (clean, c) -> clean.append(c >= ' ' && c < 127 ? (char) c : '?'),
                        StringBuilder::append)
                .toString();
    }
}
