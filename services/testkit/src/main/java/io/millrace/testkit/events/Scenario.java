package io.millrace.testkit.events;

import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Given these events, when this request, then these events.
 *
 * <pre>{@code
 * scenario.given("customers.customer.registered", "c-1", """
 *                 {"customerId":"c-1","name":"Ada","address":{"country":"United Kingdom"}}""")
 *         .given("orders.order.confirmed", "o-1", order)
 *         .when(rest -> rest.post("/shipments/o-1/dispatch"))
 *         .answers(200)
 *         .then("delivery.shipment.dispatched", "o-1");
 * }</pre>
 *
 * <p>Events that are read back are held against their contracts by themselves.
 */
@Singleton
public final class Scenario {

    private final OtherServices others;
    private final Events events;
    private final Listening listening;
    private final Rest rest;

    Scenario(OtherServices others, Events events, Listening listening, Rest rest) {
        this.others = others;
        this.events = events;
        this.listening = listening;
        this.rest = rest;
    }

    /** An event of version 1.0 that another service has emitted. */
    public Scenario given(String type, String aggregateId, String json) {
        others.emit(type, aggregateId, json);
        return this;
    }

    /** Waits until all that was given is handled, and sends a request. */
    public Outcome when(Function<Rest, Answer> request) {
        listening.awaitCaughtUp();
        return new Outcome(request.apply(rest));
    }

    /** Waits until all that was given is handled, and asks for nothing. */
    public Outcome whenHandled() {
        listening.awaitCaughtUp();
        return new Outcome(null);
    }

    /** What came of it. */
    public final class Outcome {

        private final Answer answer;

        private Outcome(Answer answer) {
            this.answer = answer;
        }

        /** The request was answered with this status. */
        public Outcome answers(int status) {
            if (answer == null || answer.status() != status) {
                throw new AssertionError("should be answered with %d, but was: %s"
                        .formatted(status, answer == null ? "no request" : answer.status() + " " + answer.text()));
            }
            return this;
        }

        /** An event of this type is emitted about an aggregate, soon if not yet. */
        public Outcome then(String type, String aggregateId) {
            events.expect(type).forAggregate(aggregateId).await();
            return this;
        }

        /** The same, with more to say about it. */
        public Outcome then(String type, String aggregateId, Function<Expectation, Expectation> more) {
            more.apply(events.expect(type).forAggregate(aggregateId)).await();
            return this;
        }
    }
}
