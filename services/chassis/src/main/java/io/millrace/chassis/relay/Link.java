package io.millrace.chassis.relay;

import io.nats.client.impl.Headers;

/** What the next message must find at the end of the stream, or be refused. */
sealed interface Link {

    void writeTo(Headers headers);

    /** The predecessor's id: the ordinary link from message to message. */
    record ToMessage(String messageId) implements Link {
        @Override
        public void writeTo(Headers headers) {
            headers.put("Nats-Expected-Last-Msg-Id", messageId);
        }
    }

    /** The stream's last sequence: for the first message, because a server forgets the last id when it restarts. */
    record ToSequence(long sequence) implements Link {
        @Override
        public void writeTo(Headers headers) {
            headers.put("Nats-Expected-Last-Sequence", Long.toString(sequence));
        }
    }
}
