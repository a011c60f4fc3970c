package io.millrace.chassis.handler;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.DefaultScope;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that listens to the events of another service. Its methods are marked {@link Projection} or {@link Reaction}.
 *
 * <p>Guarantees: the effects of an event and the position behind it commit in one transaction, so each event takes
 * effect exactly once, whatever crashes; events of one aggregate come in their order. A new handler starts at the first
 * event of the stream.
 *
 * <p>A method takes an event record, or an event record and an {@link EventContext}, or a {@code List} of
 * {@link Received} where many at once are faster. A batch holds events of one type, in the stream's order. Where a
 * consumer has a method for batches, events of different aggregates may be handled in another order than the stream's.
 *
 * <p>Events that no method takes are passed over.
 *
 * <pre>{@code
 * @EventHandler(from = "customers")
 * class CustomerEvents {
 *     @Projection void registered(CustomerRegistered event, EventContext context) { … }
 *     @Projection void moved(List<Received<CustomerAddressChanged>> batch) { … }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Bean
@DefaultScope(Singleton.class)
public @interface EventHandler {

    /**
     * The service whose stream is read, for example {@code customers}: the stream {@code CUSTOMERS}. For a foreign writer
     * the stream's name in small letters.
     */
    String from();

    /**
     * Sets this handler apart from the service's other handlers of the same stream: it gets a consumer of its own, with
     * its own position. Without a name all handlers of a stream share one consumer.
     */
    String name() default "";

    /**
     * The tables that the projections of this class fill, and that nobody else writes. Naming them makes them
     * rebuildable: {@code millrace consumers rebuild} fills copies of them from the first event on, while these serve, and
     * puts them in their place. A class that names tables has projections only. Its statements name tables without a
     * schema.
     */
    String[] tables() default {};

    /**
     * Whether the writer of the stream is an outside system, which neither links its events nor numbers them. They are
     * CloudEvents in binary mode with {@code ce-id}, {@code ce-source} and {@code ce-type} at least; each takes effect
     * once by source and id, as long as its copies in the stream are not further apart than {@link #keep()}. They come in
     * the stream's order.
     */
    boolean foreign() default false;

    /** How long a foreign event is remembered, for example {@code 7d}. */
    String keep() default "7d";
}
