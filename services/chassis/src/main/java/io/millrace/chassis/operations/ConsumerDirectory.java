package io.millrace.chassis.operations;

import io.millrace.chassis.consumer.ConsumerReport;
import io.millrace.chassis.consumer.ConsumerReports;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamPlaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Consumers with what their streams say. */
@Singleton
class ConsumerDirectory {

    private final ConsumerReports reports;
    private final StreamPlaces streams;
    private final Clock clock;

    ConsumerDirectory(ConsumerReports reports, StreamPlaces streams, Clock clock) {
        this.reports = reports;
        this.streams = streams;
        this.clock = clock;
    }

    List<ConsumerView> all() {
        return reports.all().stream().map(this::view).toList();
    }

    Optional<ConsumerReport> find(String name) {
        return reports.all().stream()
                .filter(report -> report.name().equals(name))
                .findFirst();
    }

    ConsumerView view(ConsumerReport report) {
        return ConsumerView.of(report, end(report.stream()), clock);
    }

    /** Null while the stream cannot be asked. */
    private Long end(String stream) {
        try {
            return streams.of(stream).lastSequence();
        } catch (SourceUnavailableException e) {
            return null;
        }
    }
}
