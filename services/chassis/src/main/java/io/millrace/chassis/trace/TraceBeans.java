package io.millrace.chassis.trace;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.outbox.EventTraces;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;

/** Spans where somebody wants them. */
@Factory
final class TraceBeans {

    @Singleton
    EventTraces traces(@Nullable OpenTelemetry telemetry, @Value("${otel.sdk.disabled:true}") boolean off) {
        return off || telemetry == null ? EventTraces.NONE : new OpenTelemetryTraces(telemetry);
    }
}
