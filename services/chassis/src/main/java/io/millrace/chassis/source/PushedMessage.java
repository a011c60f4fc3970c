package io.millrace.chassis.source;

import io.micronaut.core.annotation.Nullable;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as a push consumer delivers it. What the server says about it stands in its reply subject, in two shapes:
 * {@code $JS.ACK.<stream>.<consumer>.<delivered>.<sequence>.<delivery>.<time>.<pending>}, or with domain and account
 * after {@code ACK}.
 */
record PushedMessage(Message message, long delivered, long sequence, long delivery, long storedNanos, long pending)
        implements SourceMessage {

    /** Whoever writes this one in lower case does so with all: looking further would cost more than the look-up. */
    private static final String WRITTEN_IN_LOWER_CASE = "ce-specversion";

    private static final int SHORT_SHAPE = 9;

    static PushedMessage of(Message message) {
        String[] tokens = message.getReplyTo() == null
                ? new String[0]
                : message.getReplyTo().split("\\.", -1);
        int first = tokens.length == SHORT_SHAPE ? 4 : 6;
        if (tokens.length < SHORT_SHAPE) {
            throw new SourceLostException("a message without delivery data came on " + message.getSubject());
        }
        return new PushedMessage(
                message,
                Long.parseLong(tokens[first]),
                Long.parseLong(tokens[first + 1]),
                Long.parseLong(tokens[first + 2]),
                Long.parseLong(tokens[first + 3]),
                Long.parseLong(tokens[first + 4]));
    }

    String replyTo() {
        return message.getReplyTo();
    }

    @Override
    public String subject() {
        return message.getSubject();
    }

    @Override
    public Optional<String> eventId() {
        return idIn(message.getHeaders());
    }

    @Override
    public Optional<Instant> storedAt() {
        return Optional.of(Instant.ofEpochSecond(0, storedNanos));
    }

    static Optional<String> idIn(@Nullable Headers headers) {
        if (headers == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(headers.getFirst(EnvelopeHeaders.EVENT_ID))
                .or(() -> Optional.ofNullable(headers.getFirst(EnvelopeHeaders.MESSAGE_ID)));
    }

    @Override
    public String header(String lowerCaseName) {
        Headers headers = message.getHeaders();
        if (headers == null) {
            return null;
        }
        String exact = headers.getFirst(lowerCaseName);
        return exact != null || headers.containsKey(WRITTEN_IN_LOWER_CASE) ? exact : inAnyCase(headers, lowerCaseName);
    }

    private static String inAnyCase(Headers headers, String name) {
        List<String> values = headers.getIgnoreCase(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public String headerLines() {
        StringBuilder lines = new StringBuilder();
        if (message.getHeaders() != null) {
            message.getHeaders()
                    .forEach((name, values) -> values.forEach(value ->
                            lines.append(name).append(": ").append(value).append('\n')));
        }
        return lines.toString();
    }

    @Override
    public byte[] body() {
        return message.getData();
    }
}
