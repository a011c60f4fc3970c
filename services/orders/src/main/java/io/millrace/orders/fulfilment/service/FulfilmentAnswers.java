package io.millrace.orders.fulfilment.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;
import java.util.List;

/** Hands the answers of others to the fulfilments that asked. */
public interface FulfilmentAnswers {

    /** Within the current transaction. Answers that nobody waits for change nothing. */
    void take(List<Answer> answers);

    /**
     * An event that may be an answer.
     *
     * @param envelope that of the event
     */
    record Answer(String orderId, Event event, Envelope envelope) {}
}
