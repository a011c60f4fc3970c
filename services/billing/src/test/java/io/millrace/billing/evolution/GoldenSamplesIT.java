package io.millrace.billing.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.GoldenSamples;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MillraceTest
class GoldenSamplesIT {

    @Inject
    GoldenSamples samples;

    @Test
    void everythingThatWasEverPublishedIsHandled() {
        assertThat(samples.throughEveryHandler()).isGreaterThan(4);
    }
}
