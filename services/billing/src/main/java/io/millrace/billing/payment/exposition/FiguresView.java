package io.millrace.billing.payment.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.billing.payment.service.PaymentFigures;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.chassis.rest.MoneyView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The figures as callers see them. */
@Serdeable
@Schema(name = "PaymentFigures")
record FiguresView(
        @Schema(description = "All payments, those included that were never asked for", example = "531")
        long payments,

        @Schema(description = "How many stand where", example = "{\"DUE\":0,\"CAPTURED\":531}")
        Map<String, Long> states,

        @Schema(description = "What was taken, given back since or not, a sum for each currency")
        List<MoneyView> captured,

        @Schema(description = "What was given back, a sum for each currency")
        List<MoneyView> refunded) {

    static FiguresView of(PaymentFigures figures) {
        Map<String, Long> states = new LinkedHashMap<>();
        Stream.of(PaymentStatus.values())
                .forEach(status -> states.put(status.name(), figures.counts().getOrDefault(status, 0L)));
        return new FiguresView(
                states.values().stream().mapToLong(Long::longValue).sum(),
                states,
                views(figures.captured()),
                views(figures.refunded()));
    }

    private static List<MoneyView> views(List<PaymentFigures.Sum> sums) {
        return sums.stream()
                .map(sum -> MoneyView.of(sum.amount(), sum.currency()))
                .toList();
    }
}
