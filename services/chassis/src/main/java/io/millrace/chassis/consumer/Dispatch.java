package io.millrace.chassis.consumer;

import io.micronaut.core.propagation.PropagatedContext;
import io.millrace.chassis.consumer.Decoded.Delivery;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.outbox.EventTraces;
import io.millrace.chassis.outbox.EventTraces.Handled;
import io.millrace.chassis.parked.RetryPolicy;
import io.millrace.chassis.parked.UnreadableEventException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands the events of one transaction to the methods that take them.
 *
 * <p>Events of a type whose method takes batches are gathered, as far as the order within each aggregate allows: an event
 * may join a call that is not before the last call its aggregate is part of.
 */
final class Dispatch {

    /** Calls to make, in this order. */
    record Plan(List<Call> calls) {}

    private record Call(HandlerMethod method, List<Received<Event>> events) {}

    private final String consumer;
    private final Map<String, List<HandlerMethod>> methods;
    private final EventDecoder decoder;
    private final RetryPolicy retries;
    private final EventTraces traces;
    private final boolean gathers;

    /** @param retries for messages that claim a type nobody knows */
    Dispatch(
            String consumer,
            Map<String, List<HandlerMethod>> methods,
            EventDecoder decoder,
            RetryPolicy retries,
            EventTraces traces) {
        this.consumer = consumer;
        this.methods = methods;
        this.decoder = decoder;
        this.retries = retries;
        this.traces = traces;
        this.gathers = methods.values().stream().flatMap(List::stream).anyMatch(HandlerMethod::takesBatches);
    }

    /** Finds out who takes a message. What cannot be read is said in the answer, not thrown. */
    Decoded decode(SourceMessage message) {
        String key = AggregateKey.of(message);
        try {
            List<HandlerMethod> takers = methods.getOrDefault(EventDecoder.typeOf(message), List.of());
            List<Delivery> deliveries = new ArrayList<>(takers.size());
            for (HandlerMethod method : takers) {
                deliveries.add(new Delivery(method, decoder.decode(message, method, consumer)));
            }
            return new Decoded(message, key, deliveries, Optional.empty());
        } catch (UnreadableEventException e) {
            return new Decoded(message, key, List.of(), Optional.of(e));
        }
    }

    /** How the handlers of a message want to be tried again. */
    RetryPolicy retries(Decoded decoded) {
        return decoded.deliveries().stream()
                .map(delivery -> delivery.method().retries())
                .findFirst()
                .orElse(retries);
    }

    /** Decides who is called with what. */
    Plan plan(List<Decoded> messages) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> lastCallOfAggregate = new HashMap<>();
        Map<HandlerMethod, Integer> lastCallOfMethod = new HashMap<>();
        for (Decoded decoded : messages) {
            for (Delivery delivery : decoded.deliveries()) {
                int earliest = gathers ? lastCallOfAggregate.getOrDefault(decoded.key(), 0) : calls.size() - 1;
                Integer joined = lastCallOfMethod.get(delivery.method());
                if (joined == null || joined < earliest) {
                    calls.add(new Call(delivery.method(), new ArrayList<>()));
                    joined = calls.size() - 1;
                    lastCallOfMethod.put(delivery.method(), joined);
                }
                calls.get(joined).events().add(delivery.received());
                lastCallOfAggregate.put(decoded.key(), joined);
            }
        }
        return new Plan(calls);
    }

    /**
     * Makes the calls, within the transaction that moves the position.
     *
     * @throws HandlingFailure whatever a method throws
     */
    void dispatch(Plan plan) {
        for (Call call : plan.calls()) {
            if (call.method().takesBatches()) {
                handleAll(call);
            } else {
                call.events().forEach(received -> handleOne(call.method(), received));
            }
        }
    }

    private void handleAll(Call call) {
        List<Handled> spans = traces == EventTraces.NONE
                ? List.of()
                : call.events().stream().map(this::span).toList();
        try {
            call.method().handle(call.events());
        } catch (Throwable e) {
            tell(spans, e);
            throw new HandlingFailure(
                    call.events().getFirst().context().position(),
                    call.events().getLast().context().position(),
                    e);
        } finally {
            spans.forEach(Handled::close);
        }
    }

    /** What events run on fails whatever is handled: that is no failure of theirs. */
    private static void tell(List<Handled> spans, Throwable failure) {
        if (Infrastructure.isBehind(failure)) {
            return;
        }
        if (spans.size() == 1) {
            spans.getFirst().failed(failure);
        } else {
            spans.forEach(Handled::failedTogether);
        }
    }

    private Handled span(Received<Event> received) {
        return traces.handling(received.context().envelope(), consumer);
    }

    private void handleOne(HandlerMethod method, Received<Event> received) {
        try (Handled span = span(received)) {
            handleOne(method, received, span);
        }
    }

    private static void handleOne(HandlerMethod method, Received<Event> received, Handled span) {
        EventContext context = received.context();
        try (var scope = PropagatedContext.getOrEmpty().plus(span.cause()).propagate()) {
            method.handle(received.event(), context);
        } catch (Throwable e) {
            tell(List.of(span), e);
            throw new HandlingFailure(context.position(), context.position(), e);
        }
    }
}
