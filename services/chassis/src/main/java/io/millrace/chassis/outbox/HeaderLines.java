package io.millrace.chassis.outbox;

import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.impl.Headers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers as the outbox keeps them: one {@code name: value} a line, readable with any database tool. */
public final class HeaderLines {

    private HeaderLines() {}

    static String write(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder(640);
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    /** Those of a stored message, without what bound it to its place in the stream. */
    public static String write(Headers headers) {
        Map<String, String> lines = new LinkedHashMap<>();
        headers.keySet().stream()
                .filter(name -> !name.startsWith("Nats-") || name.equals(EnvelopeHeaders.MESSAGE_ID))
                .forEach(name -> lines.put(name, headers.getFirst(name)));
        lines.computeIfPresent(
                EnvelopeHeaders.MESSAGE_ID, (_, sent) -> lines.getOrDefault(EnvelopeHeaders.EVENT_ID, sent));
        return write(lines);
    }

    public static Headers read(String lines) {
        Headers headers = new Headers();
        int start = 0;
        for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
            int colon = lines.indexOf(": ", start);
            headers.put(lines.substring(start, colon), lines.substring(colon + 2, end));
            start = end + 1;
        }
        return headers;
    }
}
