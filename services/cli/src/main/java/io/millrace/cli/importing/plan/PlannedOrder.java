package io.millrace.cli.importing.plan;

import java.math.BigDecimal;
import java.util.List;

/** An invoice as it will be placed. Its lines stand in the order of the file; there is at least one. */
public record PlannedOrder(String id, String customerId, List<PlannedLine> lines) {

    public PlannedOrder {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("order " + id + " has no line");
        }
    }

    /** What the lines add up to, exactly. */
    public BigDecimal total() {
        return lines.stream().map(PlannedLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
