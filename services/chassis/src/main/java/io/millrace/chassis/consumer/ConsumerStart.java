package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.annotation.Nullable;

/**
 * Where a consumer begins that has never handled anything, {@code millrace.consumers.<name>.start}. Without it, with the
 * first event.
 *
 * @param name the durable's name
 * @param start {@code start}, {@code end}, a sequence behind which it begins, or a time (RFC 3339)
 */
@EachProperty("millrace.consumers")
public record ConsumerStart(
        @Parameter String name, @Nullable String start) {}
