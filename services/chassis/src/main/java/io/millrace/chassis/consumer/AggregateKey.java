package io.millrace.chassis.consumer;

import io.millrace.chassis.source.SourceMessage;

/** What keeps its order: the aggregate that a message is about, read from its subject, which every message has. */
final class AggregateKey {

    /** What is longer is cut: at worst aggregates wait for each other that need not. */
    private static final int LONGEST = 300;

    private AggregateKey() {}

    /**
     * {@code order.0198c1} of {@code evt.orders.order.0198c1.placed}; for a subject of another shape the subject itself.
     */
    static String of(SourceMessage message) {
        String subject = message.subject();
        int first = subject.indexOf('.');
        int second = subject.indexOf('.', first + 1);
        int third = second < 0 ? -1 : subject.indexOf('.', second + 1);
        int fourth = third < 0 ? -1 : subject.indexOf('.', third + 1);
        String key = subject.startsWith("evt.") && fourth > 0 ? subject.substring(second + 1, fourth) : subject;
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }
}
