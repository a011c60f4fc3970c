package io.millrace.contracts.upcasting;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes a body of one major version to the next one. Stated in
 * {@code META-INF/services/io.millrace.contracts.upcasting.Upcaster}, with a public constructor without parameters.
 *
 * <p>What it must keep, because the same event is read again and again, by several services, for ever:
 *
 * <ul>
 *   <li>pure: the same body gives the same answer, without a clock, a random number, a file or a database;
 *   <li>total: every body that fits any minor version of its major gives an answer that fits the next major;
 *   <li>the body that is given stays as it is: begin with {@code body.deepCopy()};
 *   <li>fields it does not know it leaves where they are.
 * </ul>
 *
 * <p>The build tries it on every golden sample of every older version.
 */
public interface Upcaster {

    /** The event type, for example {@code customers.customer.registered}. */
    String type();

    /** The major version it takes bodies of; the answer is of the next one. */
    int from();

    /** The body in the next major version. */
    ObjectNode upcast(ObjectNode body);
}
