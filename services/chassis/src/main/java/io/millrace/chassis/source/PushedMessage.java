package io.millrace.chassis.source;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.List;

/**
 * A message as a push consumer delivers it. What the server says about it stands in its reply subject, in two shapes:
 * {@code $JS.ACK.<stream>.<consumer>.<delivered>.<sequence>.<delivery>.<time>.<pending>}, or with domain and account
 * after {@code ACK}.
 */
record PushedMessage(Message message, long delivered, long sequence, long delivery, long pending)
        implements SourceMessage {

    /**
     * Whoever writes this one in lower case does so with all but the server's own: looking further would cost more than
     * the look-up.
     */
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
    public String header(String lowerCaseName) {
        Headers headers = message.getHeaders();
        if (headers == null) {
            return null;
        }
        String exact = headers.getFirst(lowerCaseName);
        if (exact != null || !lowerCaseName.startsWith("nats-") && headers.containsKey(WRITTEN_IN_LOWER_CASE)) {
            return exact;
        }
        List<String> any = headers.getIgnoreCase(lowerCaseName);
        return any == null || any.isEmpty() ? null : any.getFirst();
    }

    @Override
    public byte[] body() {
        return message.getData();
    }
}
