package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.RetailFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the orders of a file need.
 *
 * @param products in the order in which they are first needed
 */
public record Demand(List<PlannedProduct> products) {

    private static final int ID_BYTES = 16;

    public Demand {
        products = List.copyOf(products);
    }

    public static Demand of(RetailFile file, FileSurvey survey) {
        Map<String, Needed> needed = new LinkedHashMap<>();
        Consumer<PlannedOrder> add = order -> order.lines()
                .forEach(line -> needed.computeIfAbsent(line.sku(), _ -> new Needed(line))
                        .add(order, line));
        new OrderPlanner(survey, add, _ -> {}, () -> {}).plan(file);
        return new Demand(needed.values().stream().map(Needed::product).toList());
    }

    /** One product, while the file is read. */
    private static final class Needed {

        private final PlannedLine first;
        private final MessageDigest needs = sha256();
        private String description = "";
        private long pieces;

        Needed(PlannedLine first) {
            this.first = first;
        }

        void add(PlannedOrder order, PlannedLine line) {
            pieces += line.quantity();
            needs.update((order.id() + " " + line.quantity() + "\n").getBytes(StandardCharsets.UTF_8));
            if (description.isEmpty()) {
                description = line.description();
            }
        }

        PlannedProduct product() {
            String id = HexFormat.of().formatHex(needs.digest(), 0, ID_BYTES);
            return new PlannedProduct(
                    first.sku(),
                    description.isEmpty() ? first.sku() : description,
                    first.unitPrice(),
                    pieces,
                    "import-" + id);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
