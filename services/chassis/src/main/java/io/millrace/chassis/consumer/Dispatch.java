package io.millrace.chassis.consumer;

import io.micronaut.core.propagation.PropagatedContext;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.contracts.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final boolean gathers;

    Dispatch(String consumer, Map<String, List<HandlerMethod>> methods, EventDecoder decoder) {
        this.consumer = consumer;
        this.methods = methods;
        this.decoder = decoder;
        this.gathers = methods.values().stream().flatMap(List::stream).anyMatch(HandlerMethod::takesBatches);
    }

    /** Makes the calls, within the transaction that moves the position. */
    void dispatch(Plan plan) {
        for (Call call : plan.calls()) {
            if (call.method().takesBatches()) {
                call.method().handle(call.events());
            } else {
                call.events().forEach(received -> handleOne(call.method(), received));
            }
        }
    }

    private static void handleOne(HandlerMethod method, Received<Event> received) {
        EventContext context = received.context();
        try (var scope = PropagatedContext.getOrEmpty().plus(context.asCause()).propagate()) {
            method.handle(received.event(), context);
        }
    }

    /**
     * Decodes messages and decides who is called with what.
     *
     * @throws UndecodableEventException if one is not what its contract says
     */
    Plan plan(List<SourceMessage> messages) {
        List<Call> calls = new ArrayList<>();
        Map<String, Integer> lastCallOfAggregate = new HashMap<>();
        Map<HandlerMethod, Integer> lastCallOfMethod = new HashMap<>();
        for (SourceMessage message : messages) {
            String type = EventDecoder.typeOf(message);
            for (HandlerMethod method : methods.getOrDefault(type == null ? "" : type, List.of())) {
                Received<Event> received = decoder.decode(message, method, consumer);
                String aggregate = received.context().envelope().subject();
                int earliest = gathers ? lastCallOfAggregate.getOrDefault(aggregate, 0) : calls.size() - 1;
                Integer joined = lastCallOfMethod.get(method);
                if (joined == null || joined < earliest) {
                    calls.add(new Call(method, new ArrayList<>()));
                    joined = calls.size() - 1;
                    lastCallOfMethod.put(method, joined);
                }
                calls.get(joined).events().add(received);
                lastCallOfAggregate.put(aggregate, joined);
            }
        }
        return new Plan(calls);
    }
}
