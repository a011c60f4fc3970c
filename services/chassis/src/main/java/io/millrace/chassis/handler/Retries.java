package io.millrace.chassis.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often, and how far apart, a handler is tried again with an event that it failed on. On a method, or on the class
 * for all its methods. Without it, {@code millrace.consumer.retries} counts.
 *
 * <p>The delay doubles from attempt to attempt, with a random part of up to a half, so that what failed together is not
 * tried together.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Retries {

    /** How often the handler is called with an event at most, the first call included. From 1 on. */
    int attempts() default 8;

    /** Before the second attempt, for example {@code 500ms}. */
    String firstDelay() default "500ms";

    /** The delay does not grow beyond this, for example {@code 5m}. */
    String longestDelay() default "2m";
}
