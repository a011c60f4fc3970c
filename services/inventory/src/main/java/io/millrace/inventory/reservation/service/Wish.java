package io.millrace.inventory.reservation.service;

import io.millrace.contracts.Pieces;
import io.millrace.contracts.inventory.Missing;
import io.millrace.inventory.product.service.Shelves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What an order wants: so many pieces of each product, all its lines together, in the order of their first line. */
record Wish(Map<String, Long> wanted) {

    static Wish of(List<Pieces> lines) {
        Map<String, Long> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.sku(), (long) line.quantity(), Long::sum));
        return new Wish(sums);
    }

    /** Each product once. Only of what is not missing: no product has more pieces than a line can say. */
    List<Pieces> lines() {
        return wanted.entrySet().stream()
                .map(line -> new Pieces(line.getKey(), Math.toIntExact(line.getValue())))
                .toList();
    }

    List<Missing> missingFrom(Shelves shelves) {
        return wanted.entrySet().stream()
                .filter(line -> shelves.available(line.getKey()).orElse(-1) < line.getValue())
                .map(line -> missing(line.getKey(), line.getValue(), shelves.available(line.getKey())))
                .toList();
    }

    private static Missing missing(String sku, long pieces, OptionalLong available) {
        return new Missing(sku, pieces, available.isPresent() ? available.getAsLong() : null);
    }
}
