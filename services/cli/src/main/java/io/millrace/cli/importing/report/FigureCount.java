package io.millrace.cli.importing.report;

import io.millrace.cli.importing.plan.PlannedOrder;
import io.millrace.cli.rest.Figures;
import io.millrace.contracts.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds up orders. Safe for use by many threads. */
public final class FigureCount {

    private final String currency;
    private final Set<String> customers = new HashSet<>();
    private long orders;
    private long lines;
    private BigDecimal revenue = BigDecimal.ZERO;

    public FigureCount(String currency) {
        this.currency = currency;
    }

    public synchronized void add(PlannedOrder order) {
        orders++;
        lines += order.lines().size();
        revenue = revenue.add(Money.payable(order.total(), currency));
        customers.add(order.customerId());
    }

    public synchronized Figures figures() {
        Map<String, BigDecimal> byCurrency = orders == 0 ? Map.of() : Map.of(currency, revenue);
        return new Figures(orders, lines, byCurrency, customers.size());
    }
}
