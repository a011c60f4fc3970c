package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.Bean;
import io.millrace.chassis.handler.Projection;

/** A handler that no event could ever be given to. Not an {@code @EventHandler}, or every test would fail to start. */
@Bean
class NotAHandler {

    @Projection
    void happened(String text) {}
}
