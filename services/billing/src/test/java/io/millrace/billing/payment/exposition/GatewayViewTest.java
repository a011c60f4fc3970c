package io.millrace.billing.payment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.billing.payment.service.Activity;
import io.millrace.billing.payment.service.GatewayState;
import io.millrace.billing.payment.service.GatewayState.Position;
import io.millrace.billing.payment.service.Waiting;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayViewTest {

    private static final Waiting NONE = new Waiting(0, 0, Optional.empty());

    @Test
    void showsTheLastFailureWhileOneIsAmongTheLastCalls() {
        assertThat(GatewayView.of(gateway(1), Activity.ASKING, NONE).lastFailure())
                .isEqualTo("answered 503");
        assertThat(GatewayView.of(gateway(0), Activity.ASKING, NONE).lastFailure())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsForItsStreamsIsNotWell(Activity activity) {
        assertThat(GatewayView.of(gateway(0), activity, NONE).isWell()).isEqualTo(activity != Activity.CATCHING_UP);
    }

    private static GatewayState gateway(int failures) {
        return new GatewayState(Position.CLOSED, Instant.EPOCH, failures, Optional.of("answered 503"));
    }
}
