package io.millrace.testkit.source;

import io.millrace.chassis.source.EventSource;
import java.util.List;
import java.util.Map;

/** A transport with one empty stream, prepared for one test. */
public interface SourceUnderTest extends AutoCloseable {

    /** The stream. */
    EventSource source();

    /** The same kind of source, at an address where nobody answers. */
    EventSource unreachable();

    /** Appends to the stream, in this order; returns when all are stored. */
    void publish(List<Draft> drafts);

    /** Takes away all messages there are, as an operator may. Sequences go on where they were. */
    void purge();

    /** Stops what stores the stream and starts it again with all its messages. */
    void restart();

    @Override
    void close();

    /** A message to be. */
    record Draft(String subject, Map<String, String> headers, byte[] body) {}
}
