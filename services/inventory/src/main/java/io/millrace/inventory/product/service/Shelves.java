package io.millrace.inventory.product.service;

import io.millrace.contracts.Pieces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * The stock of some products while one transaction decides about them, one decision after the other. Nobody else changes
 * it until that transaction ends, so what is taken here is there.
 */
public final class Shelves {

    private final Map<String, Stock> before;
    private final Map<String, Stock> now;

    /** @param stock of each product that there is, by SKU */
    public Shelves(Map<String, Stock> stock) {
        before = Map.copyOf(stock);
        now = new HashMap<>(stock);
    }

    /** How many pieces can be had, or empty if there is no such product. */
    public OptionalLong available(String sku) {
        Stock stock = now.get(sku);
        return stock == null ? OptionalLong.empty() : OptionalLong.of(stock.onHand());
    }

    /** Keeps pieces for an order. */
    public void hold(List<Pieces> pieces) {
        move(pieces, Stock::hold);
    }

    /** Puts back what was kept. */
    public void release(List<Pieces> pieces) {
        move(pieces, Stock::release);
    }

    /** What was kept leaves the house. */
    public void ship(List<Pieces> pieces) {
        move(pieces, Stock::ship);
    }

    /** What had left is there again. */
    public void takeBack(List<Pieces> pieces) {
        move(pieces, Stock::takeBack);
    }

    private void move(List<Pieces> pieces, BiFunction<Stock, Integer, Stock> movement) {
        pieces.forEach(line -> now.compute(line.sku(), (_, stock) -> movement.apply(stock, line.quantity())));
    }

    /** What has changed, a movement for each product of which something was moved. */
    public List<Movement> movements() {
        return now.keySet().stream()
                .sorted()
                .map(sku -> Movement.between(sku, before.get(sku), now.get(sku)))
                .filter(Movement::isAny)
                .toList();
    }

    /**
     * How many pieces more, or fewer, are where.
     *
     * @param onHand negative where pieces were kept
     */
    public record Movement(String sku, long onHand, long held, long shipped, long returned) {

        static Movement between(String sku, Stock before, Stock after) {
            return new Movement(
                    sku,
                    after.onHand() - before.onHand(),
                    after.held() - before.held(),
                    after.shipped() - before.shipped(),
                    after.returned() - before.returned());
        }

        boolean isAny() {
            return onHand != 0 || held != 0 || shipped != 0 || returned != 0;
        }
    }
}
