package io.millrace.chassis.source;

/** One message of a stream, not yet decoded. */
public interface SourceMessage {

    /** Its sequence in the stream, from 1 on. */
    long sequence();

    /** What is published on, for example {@code evt.orders.order.0198c1.placed}. */
    String subject();

    /** The value of a header, ignoring the case of its name, or null. */
    String header(String lowerCaseName);

    /** The body as it came. Not copied: do not write to it. */
    byte[] body();

    /** How many messages of the stream were behind this one when it was delivered. */
    long pending();
}
