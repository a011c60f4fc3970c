package io.millrace.chassis.handler;

import io.micronaut.context.annotation.Executable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that acts on an event: emits events of its own or touches the outside. It never runs twice for an event. */
@Documented
@Executable
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reaction {}
