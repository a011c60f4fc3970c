package io.millrace.chassis.relay;

import io.nats.client.api.PublishAck;

/** What the acknowledgement of a batch's last message must say, to speak for the whole batch. */
sealed interface Receipt {

    void check(PublishAck ack) throws Doubt;

    /**
     * The last message stands exactly as many sequences behind the batch before as the batch has messages: the links let
     * nobody else in between.
     *
     * @param lastSequence where the last message must stand in the stream
     */
    record Linked(long lastSequence) implements Receipt {
        @Override
        public void check(PublishAck ack) throws Doubt {
            if (ack.isDuplicate() || ack.getSeqno() != lastSequence) {
                throw new Doubt("the batch ends at " + ack.getSeqno() + " of the stream and not at " + lastSequence);
            }
        }
    }

    /** The server committed this very batch, all of it, and it ends where it must. */
    record Atomic(String batchId, int count, long lastSequence) implements Receipt {
        @Override
        public void check(PublishAck ack) throws Doubt {
            boolean whole = batchId.equals(ack.getBatchId())
                    && ack.getBatchSize() == count
                    && ack.getSeqno() == lastSequence
                    && !ack.isDuplicate();
            if (!whole) {
                throw new Doubt("batch " + ack.getBatchId() + " of " + ack.getBatchSize() + " ends at "
                        + ack.getSeqno() + " of the stream, and not batch " + batchId + " of " + count + " at "
                        + lastSequence);
            }
        }
    }
}
