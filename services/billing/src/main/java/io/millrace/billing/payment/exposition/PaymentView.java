package io.millrace.billing.payment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.billing.payment.service.Card;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.chassis.rest.MoneyView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A payment as callers see it. Its card is shown by its end only. */
@Serdeable
@Schema(name = "Payment")
record PaymentView(
        @Schema(description = "An order has one payment", example = "536365")
        String orderId,

        @Schema(example = "CAPTURED") PaymentStatus status,

        @Schema(description = "What was asked for. Absent if only a refund was") @Nullable
        MoneyView amount,

        @Schema(description = "The last characters of the card's token", example = "rove") @Nullable
        String card,

        @Schema(description = "What the provider calls the charge", example = "ch_01J8") @Nullable
        String charge,

        @Schema(description = "What the provider calls the refund", example = "re_01J8") @Nullable
        String refund,

        @Schema(description = "The provider's code, if it declined", example = "card_declined") @Nullable
        String declined,

        @Schema(
                description = "How many calls of the provider were begun, but for charges that it refused",
                example = "1")
        int attempts,

        @Schema(description = "Rises by one with each event of the payment. 0 while it is due", example = "1")
        long version) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.orderId(),
                payment.status(),
                payment.amount().map(MoneyView::of).orElse(null),
                payment.card().map(Card::end).orElse(null),
                payment.charge().orElse(null),
                payment.refund().orElse(null),
                payment.declined().orElse(null),
                payment.attempts(),
                payment.version());
    }
}
