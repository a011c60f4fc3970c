package io.millrace.chassis.consumer;

import io.millrace.chassis.consumer.ConsumerTable.Binding;
import io.millrace.chassis.lease.Lease;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.parked.Fence;
import io.millrace.chassis.parked.ParkedTable;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.EventSource.Next;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the events of one durable consumer.
 *
 * <p>Guarantees: each event takes effect once, in order, whatever crashes. The position moves in the transaction that
 * holds the effects, and only while this instance owns the consumer; whoever becomes owner goes on behind the position.
 *
 * <p>After any failure the subscription is dropped and opened again at the position: there is one way to go on, and it is
 * the same as after a crash.
 */
final class EventLoop implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration REOPEN = Duration.ofMillis(50);
    private static final Duration DAMAGED = Duration.ofSeconds(5);
    private static final Duration PAUSED = Duration.ofMillis(500);

    private final ConsumerName name;
    private final Lease lease;
    private final EventSource source;
    private final Optional<Supplier<Long>> start;
    private final ConsumerTable table;
    private final ParkedTable parked;
    private final ParkedKeys keys;
    private final Dispatch dispatch;
    private final Handling handling;
    private final ConsumerConfiguration configuration;
    private final Clock clock;

    private final ConsumerTally tally = new ConsumerTally();
    private Subscription subscription;
    private Lookahead lookahead;
    private long position;
    private volatile Fence fence;
    private volatile ConsumerState state;

    /** @param start where it begins if it has never handled anything, if not with the first event */
    EventLoop(
            ConsumerName name,
            Lease lease,
            EventSource source,
            Optional<Supplier<Long>> start,
            ConsumerTable table,
            ParkedTable parked,
            ParkedKeys keys,
            Dispatch dispatch,
            Handling handling,
            ConsumerConfiguration configuration,
            Clock clock) {
        this.name = name;
        this.lease = lease;
        this.source = source;
        this.start = start;
        this.table = table;
        this.parked = parked;
        this.keys = keys;
        this.dispatch = dispatch;
        this.handling = handling;
        this.configuration = configuration;
        this.clock = clock;
        this.state = ConsumerState.starting(name.durable(), name.stream());
    }

    /** With what right this instance handles the consumer, while it does. */
    Optional<Fence> ownership() {
        return Optional.ofNullable(fence).filter(held -> lease.isHeld());
    }

    ConsumerState state() {
        return state;
    }

    ConsumerTally tally() {
        return tally;
    }

    @Override
    public Duration runOnce() {
        try {
            if (!lease.tryTake()) {
                drop();
                state = state.standby();
                return lease.retryEvery();
            }
            if (subscription == null || fence.epoch() != lease.epoch()) {
                open();
            }
            handle(lookahead.next());
            return Duration.ZERO;
        } catch (SourceUnavailableException e) {
            drop();
            trouble(e.getMessage());
            return RETRY;
        } catch (SourceLostException e) {
            LOG.info("{} reads again behind position {}, because {}", name, position, e.getMessage());
            drop();
            return REOPEN;
        } catch (FencedException e) {
            LOG.info("{}; this instance stands by", e.getMessage());
            lease.lost();
            drop();
            return RETRY;
        } catch (DamagedStreamException e) {
            return stopAt(e);
        } catch (PausedException e) {
            return rest(e.position());
        } catch (Throwable e) {
            // Whatever it was, what was read is not handled: the next round reads it again from the position.
            drop();
            trouble("failing at position " + (position + 1) + " or behind it, tried again: " + e.getMessage());
            throw e;
        }
    }

    /** Gives the consumer up, for another instance to go on at once. */
    void resign() {
        drop();
        lease.release();
    }

    private void open() {
        drop();
        Fence taken = new Fence(name.durable(), lease.epoch());
        if (start.isPresent() && !table.isKnown(name.durable())) {
            table.begin(name.durable(), name.stream(), start.get().get());
        }
        Binding binding = table.bind(taken, name.stream());
        Position last = binding.position();
        KnownStream.requireSame(source, name, last);
        position = last.sequence();
        keys.locked(() -> keys.reset(parked.takeOver(taken)));
        Subscription opened = source.open(name.durable(), taken.epoch(), position);
        subscription = opened;
        lookahead = new Lookahead(() -> read(opened, binding.reactedTo()));
        fence = taken;
        long lag = opened.behind();
        state = state.at(
                position,
                lag,
                lag == 0 ? Optional.empty() : source.next(position).map(Next::storedAt));
        LOG.info("{} handles {} from position {} on", name, name.stream(), position + 1);
    }

    private void handle(Batch batch) {
        if (batch.isEmpty()) {
            table.requireAt(fence, position);
            lookForWhatNeverCame();
            return;
        }
        SourceMessage last = batch.last();
        if (last.pending() > 0) {
            lookahead.start();
        }
        state = state.handling(
                batch.events().size() + behind(last), batch.first().storedAt());
        long began = System.nanoTime();
        handling.handle(fence, position, batch);
        tally.handled(batch, System.nanoTime() - began);
        position = last.sequence();
        state = state.progressed(position, behind(last), last.storedAt(), clock.instant());
        subscription.acknowledge(last);
    }

    /** At least so many: what the server had not sent by then, or what it has sent since and nobody has read. */
    private long behind(SourceMessage last) {
        return Math.max(last.pending(), subscription.arrivedBehind(last));
    }

    /** What was purged after it was counted never comes. */
    private void lookForWhatNeverCame() {
        if (state.lag() > 0) {
            state = state.at(position, subscription.behind(), state.waitingSince());
        }
    }

    private Duration rest(Position at) {
        drop();
        position = at.sequence();
        if (!state.isPaused()) {
            LOG.info("{} is paused at position {}", name, position);
        }
        try {
            Optional<Next> next = source.next(position);
            long lag = next.isEmpty()
                    ? 0
                    : source.state().lastSequence() - next.get().sequence() + 1;
            state = state.paused(position, Math.max(0, lag), next.map(Next::storedAt));
        } catch (SourceUnavailableException e) {
            trouble(e.getMessage());
        }
        return PAUSED;
    }

    private Duration stopAt(DamagedStreamException damage) {
        drop();
        if (!state.state().equals(damage.state())) {
            LOG.error("{} stops: {}", name, damage.getMessage());
        }
        trouble(damage.state());
        return DAMAGED;
    }

    private void trouble(String what) {
        state = state.trouble(what, lease.isHeld());
    }

    private Batch read(Subscription from, long reactedTo) {
        List<SourceMessage> messages = from.next(configuration.batchSize(), configuration.idle());
        List<Decoded> events =
                messages.stream().map(message -> decode(message, reactedTo)).toList();
        return new Batch(events, dispatch.plan(events));
    }

    private Decoded decode(SourceMessage message, long reactedTo) {
        Decoded decoded = dispatch.decode(message);
        return message.sequence() <= reactedTo ? decoded.withoutReactions() : decoded;
    }

    private void drop() {
        if (subscription != null) {
            subscription.close();
            lookahead.abandon();
            subscription = null;
        }
        fence = null;
    }
}
