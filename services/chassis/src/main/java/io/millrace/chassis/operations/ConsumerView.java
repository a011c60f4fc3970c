package io.millrace.chassis.operations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.consumer.ConsumerReport;
import io.millrace.chassis.consumer.ConsumerReport.RebuildReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A consumer, whichever instance handles it. */
@Serdeable
record ConsumerView(
        @Schema(example = "delivery-orders") String name,
        @Schema(example = "ORDERS") String stream,

        @Schema(description = "The last handled sequence of the stream")
        long position,

        @Schema(description = "Events of the stream behind the position; absent if not known") @Nullable
        Long lag,

        boolean paused,

        @Schema(description = "The instance that handles it; absent if none does") @Nullable
        String owner,

        @Schema(description = "When the position moved last") @Nullable
        Instant lastProgress,

        @Schema(description = "Events that could not be handled, and those behind them")
        long parked,

        @Schema(description = "Those that are not tried any more")
        long dead,

        @Schema(description = "Tables that can be rebuilt") List<String> tables,

        @Schema(description = "The last rebuild; absent if there was none") @Nullable
        RebuildView rebuild) {

    @Serdeable
    record RebuildView(
            @Schema(allowableValues = {"REQUESTED", "RUNNING", "DONE", "FAILED", "CANCELLED"})
            String state,

            @Schema(description = "The new tables hold what the events up to here say")
            long position,

            @Schema(description = "From 0 to 100") int percent,

            @Schema(description = "An estimate; absent if there is none") @Nullable
            Long secondsLeft,

            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {

        private static RebuildView of(RebuildReport report, long target, Clock clock) {
            boolean done = report.state().equals("DONE");
            return new RebuildView(
                    report.state(),
                    report.position(),
                    done || target == 0 ? 100 : (int) (100 * Math.min(report.position(), target) / target),
                    secondsLeft(report, target, clock),
                    report.requestedBy(),
                    report.requestedAt(),
                    report.startedAt().orElse(null),
                    report.finishedAt().orElse(null),
                    report.error().orElse(null));
        }

        private static Long secondsLeft(RebuildReport report, long target, Clock clock) {
            if (!report.state().equals("RUNNING")
                    || report.position() == 0
                    || report.startedAt().isEmpty()) {
                return null;
            }
            long millis =
                    Duration.between(report.startedAt().get(), clock.instant()).toMillis();
            return Math.max(0, target - report.position()) * millis / report.position() / 1_000;
        }
    }

    static ConsumerView of(ConsumerReport report, Long end, Clock clock) {
        return new ConsumerView(
                report.name(),
                report.stream(),
                report.position(),
                end == null ? null : Math.max(0, end - report.position()),
                report.paused(),
                report.owner().orElse(null),
                report.updatedAt().orElse(null),
                report.parked(),
                report.dead(),
                report.tables(),
                report.rebuild()
                        .map(rebuild -> RebuildView.of(rebuild, report.position(), clock))
                        .orElse(null));
    }
}
