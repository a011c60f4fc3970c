package io.millrace.chassis.handler;

import io.micronaut.context.annotation.Executable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that writes what an event says into tables of its own, and does nothing else: no emission, no call to the
 * outside. It may be run again over the whole stream at any time.
 */
@Documented
@Executable
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Projection {}
