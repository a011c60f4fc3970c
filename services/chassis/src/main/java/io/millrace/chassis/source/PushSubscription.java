package io.millrace.chassis.source;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.support.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the deliver subject of a push consumer and sees to it that nothing is missed: the consumer counts what it
 * delivers, and the server sends heartbeats while there is nothing to deliver.
 */
final class PushSubscription implements Subscription {

    private static final byte[] ACK = {'+', 'A', 'C', 'K'};
    private static final long MAX_BYTES = 8L << 20;
    private static final int MISSED_HEARTBEATS = 3;

    private final Connection connection;
    private final io.nats.client.Subscription subscription;
    private final Duration silence;
    private final Between between;
    private final Supplier<ConsumerInfo> consumer;
    private SourceLostException loss;
    private long lastSequence;
    private volatile long lastDelivery;
    private long heardAtNanos = System.nanoTime();

    /** Finds out what stands between two messages of a stream that came one after the other. */
    @FunctionalInterface
    interface Between {

        /**
         * Whether nothing is missed by going on from the one to the other.
         *
         * @throws SourceUnavailableException if the stream cannot be asked now
         */
        boolean isNothing(long sequence, long next);
    }

    /**
     * @param heartbeat how often the server says that it is there while it has nothing to deliver
     * @param consumer asks the server what it has delivered
     */
    PushSubscription(
            Connection connection,
            io.nats.client.Subscription subscription,
            long position,
            Duration heartbeat,
            Between between,
            Supplier<ConsumerInfo> consumer) {
        this.connection = connection;
        this.subscription = subscription;
        this.lastSequence = position;
        this.silence = heartbeat.multipliedBy(MISSED_HEARTBEATS);
        this.between = between;
        this.consumer = consumer;
    }

    @Override
    public List<SourceMessage> next(int max, Duration wait) {
        if (loss != null) {
            throw loss;
        }
        List<SourceMessage> batch = new ArrayList<>();
        long bytes = 0;
        long deadline = System.nanoTime() + wait.toNanos();
        Message message = poll(wait);
        while (message != null) {
            bytes += takeOrKeepLoss(message, batch);
            if (loss != null) {
                break;
            }
            if (batch.size() == max || bytes >= MAX_BYTES) {
                break;
            }
            long left = deadline - System.nanoTime();
            message = poll(batch.isEmpty() && left > 0 ? Duration.ofNanos(left) : null);
        }
        if (batch.isEmpty()) {
            requireSignsOfLife();
        }
        return batch;
    }

    @Override
    public long behind() {
        ConsumerInfo info = consumer.get();
        return info.getNumPending() + Math.max(0, info.getDelivered().getConsumerSequence() - lastDelivery);
    }

    /** A heartbeat that has arrived counts as well, until it is read. */
    @Override
    public long arrivedBehind(SourceMessage message) {
        return message instanceof PushedMessage pushed
                ? lastDelivery - pushed.delivery() + subscription.getPendingMessageCount()
                : 0;
    }

    @Override
    public void acknowledge(SourceMessage message) {
        if (message instanceof PushedMessage pushed) {
            connection.publish(pushed.replyTo(), ACK);
        }
    }

    @Override
    public void close() {
        if (subscription.isActive()) {
            subscription.unsubscribe();
        }
    }

    /** What came before a loss is good, and may not come again: it is handled first. */
    private int takeOrKeepLoss(Message message, List<SourceMessage> batch) {
        try {
            return take(message, batch);
        } catch (SourceLostException e) {
            if (batch.isEmpty()) {
                throw e;
            }
            loss = e;
            return 0;
        }
    }

    /** Returns the bytes that the message adds to the batch. */
    private int take(Message message, List<SourceMessage> batch) {
        heardAtNanos = System.nanoTime();
        if (message.isStatusMessage()) {
            answer(message);
            return 0;
        }
        PushedMessage pushed = PushedMessage.of(message);
        if (pushed.delivery() != lastDelivery + 1) {
            throw new SourceLostException(
                    "delivery " + (lastDelivery + 1) + " is missing, " + pushed.delivery() + " came in its place");
        }
        lastDelivery = pushed.delivery();
        if (pushed.sequence() <= lastSequence) {
            requireRedelivery(pushed);
            return 0;
        }
        requireNothingPurgedBefore(pushed.sequence());
        lastSequence = pushed.sequence();
        batch.add(pushed);
        return pushed.body().length;
    }

    private void requireRedelivery(PushedMessage pushed) {
        if (pushed.delivered() == 1) {
            throw new SourceLostException("sequence " + pushed.sequence() + " came anew behind " + lastSequence
                    + ": the stream was cut short");
        }
    }

    /** Messages deleted one by one leave holes that all may pass over; what was purged is missed. */
    private void requireNothingPurgedBefore(long sequence) {
        if (lastSequence > 0 && sequence > lastSequence + 1 && !between.isNothing(lastSequence, sequence)) {
            throw new SourceLostException(
                    "sequence " + sequence + " came behind " + lastSequence + ": what stood between was purged");
        }
    }

    private void answer(Message message) {
        Status status = message.getStatus();
        if (status.isFlowControl()) {
            connection.publish(message.getReplyTo(), null);
            return;
        }
        if (!status.isHeartbeat()) {
            throw new SourceLostException("the consumer ended: " + status.getMessageWithCode());
        }
        String stalled =
                message.getHeaders() == null ? null : message.getHeaders().getFirst("Nats-Consumer-Stalled");
        if (stalled != null) {
            connection.publish(stalled, null);
        }
        String sent = message.getHeaders() == null ? null : message.getHeaders().getFirst("Nats-Last-Consumer");
        if (sent != null && Long.parseLong(sent) > lastDelivery) {
            throw new SourceLostException("the server sent delivery " + sent + ", but " + lastDelivery + " came last");
        }
    }

    private void requireSignsOfLife() {
        long silent = System.nanoTime() - heardAtNanos;
        if (silent > silence.toNanos()) {
            throw new SourceLostException("no heartbeat for " + silent / 1_000_000 + " ms");
        }
    }

    private Message poll(Duration wait) {
        try {
            return subscription.nextMessage(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (IllegalStateException e) {
            throw new SourceLostException("the subscription ended: " + e.getMessage(), e);
        }
    }
}
