package io.millrace.billing.payment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.billing.payment.service.Activity;
import io.millrace.billing.payment.service.GatewayState;
import io.millrace.billing.payment.service.GatewayState.Position;
import io.millrace.billing.payment.service.Waiting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** How it is with the payment provider, as callers and health see it. */
@Serdeable
@Schema(name = "PaymentGateway")
record GatewayView(
        @Schema(
                description = "OPEN: it does not answer, or not to this shop's key, and is not asked for a while",
                example = "CLOSED")
        Position state,

        @Schema(description = "When the outage began, or was over, as the breaker of this instance knows it")
        Instant since,

        @Schema(description = "How many of the last calls of this instance failed", example = "0")
        int failures,

        @Schema(description = "What the last failure was, while there is one", example = "answered 503") @Nullable
        String lastFailure,

        @Schema(
                description =
                        "What this instance does about payments that are due. ASKING: it asks the provider. CATCHING_UP: not before the"
                                + " service has handled all that its streams held when it began; where that stays, a consumer is paused"
                                + " or fails. UNCERTAIN: not before its relay is sure of its stream, so not while NATS is away. STANDBY:"
                                + " the instance that leads the relay does. OFF: it has just started, or is not meant to",
                example = "ASKING")
        Activity activity,

        @Schema(
                description =
                        "Payments and refunds that are not settled yet, up to 100,000. Absent while the database is away")
        @Nullable
        Long waiting,

        @Schema(
                description =
                        "Those of them that the provider does not accept, up to 100,000: something is set wrong here")
        @Nullable
        Long refused,

        @Schema(description = "What the provider says to one of those", example = "answered 401 invalid_api_key")
        @Nullable
        String problem) {

    static GatewayView of(GatewayState gateway, Activity activity, @Nullable Waiting waiting) {
        return new GatewayView(
                gateway.position(),
                gateway.since(),
                gateway.failures(),
                gateway.lastFailure().filter(_ -> gateway.failures() > 0).orElse(null),
                activity,
                waiting == null ? null : waiting.payments(),
                waiting == null ? null : waiting.refused(),
                waiting == null ? null : waiting.problem().orElse(null));
    }

    boolean isWell() {
        return state == Position.CLOSED && activity != Activity.CATCHING_UP && refused != null && refused == 0;
    }
}
