package io.millrace.cli.importing.send;

import io.millrace.cli.importing.csv.RetailFile;
import io.millrace.cli.importing.plan.Demand;
import io.millrace.cli.importing.plan.FileSurvey;
import io.millrace.cli.importing.plan.OrderPlanner;
import io.millrace.cli.importing.plan.PlannedOrder;
import io.millrace.cli.importing.plan.Reason;
import io.millrace.cli.importing.plan.RefusedLine;
import io.millrace.cli.importing.report.Progress;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.rest.ShopUrls;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Sends all customers and products of a file, then its orders, several at a time. */
public final class Sending {

    private final int inFlight;
    private final CustomerSender customers;
    private final StockSending products;
    private final OrderSender orders;
    private final Map<String, String> refusedCustomers = new ConcurrentHashMap<>();

    /**
     * @param inFlight how many requests may be under way at a time
     * @param patience how long to go on while nothing is accepted
     */
    public Sending(RestClient rest, ShopUrls urls, int inFlight, Duration patience, Clock clock) {
        PatientClient client = new PatientClient(rest, new Patience(patience, clock));
        this.inFlight = inFlight;
        this.customers = new CustomerSender(client, urls);
        this.products = new StockSending(inFlight, new ProductSender(client, urls));
        this.orders = new OrderSender(client, urls);
    }

    /** Registers each customer of the file. */
    public Counts customers(FileSurvey survey, Progress progress) {
        AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);
        try (InFlight sending = new InFlight(inFlight)) {
            survey.countries()
                    .forEach((id, country) -> sending.submit(() -> {
                        Outcome outcome = customers.send(id, country);
                        if (outcome instanceof Outcome.Refused(String why)) {
                            refusedCustomers.put(id, why);
                        }
                        counts.updateAndGet(before -> before.plus(outcome));
                        progress.step();
                    }));
            sending.await();
        }
        return counts.get();
    }

    /** Lists each product that the file's orders need, and brings in as many pieces as they need. */
    public Stocked products(Demand demand, Progress progress) {
        return products.send(demand.products(), progress);
    }

    /**
     * Places each order of the file.
     *
     * @param accepted gets each order that is in the shop now
     * @param refused gets each line that is part of no order in the shop
     */
    public Counts orders(
            RetailFile file,
            FileSurvey survey,
            Consumer<PlannedOrder> accepted,
            Consumer<RefusedLine> refused,
            Progress progress) {
        AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);
        try (InFlight sending = new InFlight(inFlight)) {
            Consumer<PlannedOrder> send = order -> sending.submit(() -> {
                Outcome outcome = send(order);
                if (outcome instanceof Outcome.Refused(String why)) {
                    order.lines()
                            .forEach(line -> refused.accept(new RefusedLine(line.source(), Reason.NOT_ACCEPTED, why)));
                } else {
                    accepted.accept(order);
                }
                counts.updateAndGet(before -> before.plus(outcome));
            });
            new OrderPlanner(survey, send, refused, progress::step).plan(file);
            sending.await();
        }
        return counts.get();
    }

    private Outcome send(PlannedOrder order) {
        return refusal(order).<Outcome>map(Outcome.Refused::new).orElseGet(() -> orders.send(order));
    }

    private Optional<String> refusal(PlannedOrder order) {
        return Optional.ofNullable(refusedCustomers.get(order.customerId()))
                .or(() -> order.lines().stream()
                        .flatMap(line -> products.refusal(line.sku()).stream())
                        .findFirst());
    }
}
