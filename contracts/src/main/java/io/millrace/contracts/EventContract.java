package io.millrace.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the event type and version that a record is the Java form of.
 *
 * <p>The name has the shape {@code <service>.<aggregate>.<event>}, lower case with snake_case events in the past tense,
 * for example {@code customers.customer.address_changed}. It never follows the class name: renaming a class changes
 * nothing on the wire.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventContract {

    /** The event type, for example {@code orders.order.placed}. */
    String value();

    /** The schema version, {@code major.minor}. */
    String version() default "1.0";
}
