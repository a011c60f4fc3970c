package io.millrace.cli.importing.send;

import io.millrace.cli.importing.plan.PlannedProduct;
import io.millrace.cli.importing.report.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Lists and stocks the products of a file, several at a time, and remembers which ones cannot be had. */
final class StockSending {

    private final int inFlight;
    private final ProductSender sender;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicReference<Stocked> stocked = new AtomicReference<>(Stocked.NOTHING);

    StockSending(int inFlight, ProductSender sender) {
        this.inFlight = inFlight;
        this.sender = sender;
    }

    Stocked send(List<PlannedProduct> products, Progress progress) {
        try (InFlight sending = new InFlight(inFlight)) {
            products.forEach(product -> sending.submit(() -> {
                send(product);
                progress.step();
            }));
            sending.await();
        }
        return stocked.get();
    }

    private void send(PlannedProduct product) {
        Outcome listing = sender.list(product);
        stocked.updateAndGet(before -> before.listed(listing));
        if (listing instanceof Outcome.Refused(String why)) {
            refuse(product, why);
            return;
        }
        switch (sender.stock(product)) {
            case Outcome.Created() -> stocked.updateAndGet(before -> before.received(product.pieces()));
            case Outcome.Refused(String why) -> refuse(product, why);
            case Outcome.AlreadyThere(), Outcome.KeptAsItIs() -> {}
        }
    }

    private void refuse(PlannedProduct product, String why) {
        refused.put(product.sku(), "product " + product.sku() + ": " + why);
    }

    /** Why a product cannot be ordered. */
    Optional<String> refusal(String sku) {
        return Optional.ofNullable(refused.get(sku));
    }
}
