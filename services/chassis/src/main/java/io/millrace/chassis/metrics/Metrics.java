package io.millrace.chassis.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Some figures of messaging. */
interface Metrics {

    /** Names the figures. Called once, when everything that they ask is there. */
    void bindTo(MeterRegistry registry);
}
