package io.millrace.cli.importing;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.importing.csv.RetailFile;
import io.millrace.cli.importing.plan.Demand;
import io.millrace.cli.importing.plan.FileSurvey;
import io.millrace.cli.importing.plan.PlannedLine;
import io.millrace.cli.importing.report.FigureCount;
import io.millrace.cli.importing.report.Progress;
import io.millrace.cli.importing.report.RefusedFile;
import io.millrace.cli.importing.report.RefusedLines;
import io.millrace.cli.importing.send.Counts;
import io.millrace.cli.importing.send.Sending;
import io.millrace.cli.importing.send.Stocked;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.rest.Settling;
import io.millrace.cli.rest.Settling.Settled;
import io.millrace.cli.rest.ShopUrls;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * One import of one file: reads it three times, sends customers, products and orders, and waits until every event has
 * arrived.
 */
final class FileImport {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

    private final ShopUrls urls;
    private final int inFlight;
    private final Duration patience;
    private final Clock clock;

    FileImport(ShopUrls urls, int inFlight, Duration patience, Clock clock) {
        this.urls = urls;
        this.inFlight = inFlight;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param progress makes a progress of a title and a total */
    ImportResult run(RetailFile file, Path refusedPath, BiFunction<String, Long, Progress> progress) {
        FileSurvey survey = FileSurvey.of(file);
        Demand demand = Demand.of(file, survey);
        try (RestClient rest = new RestClient(REQUEST_TIMEOUT);
                RefusedFile refusedFile = new RefusedFile(refusedPath, file.header())) {
            RefusedLines refused = new RefusedLines(refusedFile);
            FigureCount figures = new FigureCount(PlannedLine.CURRENCY);
            Sending sending = new Sending(rest, urls, inFlight, patience, clock);
            Instant start = clock.instant();
            Counts customers;
            try (Progress steps =
                    progress.apply("customers", (long) survey.countries().size())) {
                customers = sending.customers(survey, steps);
            }
            Stocked stocked;
            try (Progress steps =
                    progress.apply("products", (long) demand.products().size())) {
                stocked = sending.products(demand, steps);
            }
            Counts orders;
            try (Progress steps = progress.apply("invoices", (long) survey.invoices())) {
                orders = sending.orders(file, survey, figures::add, refused::add, steps);
            }
            Instant answered = clock.instant();
            Settled settled = settle(rest);
            return new ImportResult(
                    customers,
                    stocked,
                    orders,
                    survey.movedCustomers(),
                    figures.figures(),
                    refused,
                    settled,
                    Duration.between(start, answered),
                    Duration.between(answered, clock.instant()));
        }
    }

    private Settled settle(RestClient rest) {
        try {
            return new Settling(rest, urls, clock).await(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The import was interrupted.", interrupted);
        }
    }
}
