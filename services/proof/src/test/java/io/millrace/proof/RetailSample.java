package io.millrace.proof;

import io.millrace.cli.rest.Figures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of orders as real ones are, with lines that must be refused among them. */
final class RetailSample {

    static final int CUSTOMERS = 150;
    static final int ORDERS = 600;

    static final int PRODUCTS = 3;

    /** 1 + 2 + 3 in each order. */
    static final long PIECES = 6L * ORDERS;

    private static final int LINES_PER_ORDER = PRODUCTS;

    private RetailSample() {}

    static Path in(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        for (int order = 0; order < ORDERS; order++) {
            for (int line = 0; line < LINES_PER_ORDER; line++) {
                lines.add("%d,SKU %d,\"HEART, WHITE \",%d,12/1/10 8:26,2.5,%d,United Kingdom"
                        .formatted(order, line, line + 1, order % CUSTOMERS));
            }
            lines.add("%d,FREE,,1,12/1/10 8:26,0,%d,United Kingdom".formatted(order, order % CUSTOMERS));
        }
        lines.add("C1,SKU 1,,-1,12/1/10 8:26,2.5,1,United Kingdom");
        lines.add("9999,SKU 1,,1,12/1/10 8:26,2.5,,United Kingdom");
        return Files.write(folder.resolve("orders.csv"), lines);
    }

    /** What everybody must count in the end: 1 + 2 + 3 pieces at 2.50 in each order. */
    static Figures figures() {
        BigDecimal revenue = new BigDecimal("15.00").multiply(BigDecimal.valueOf(ORDERS));
        return new Figures(ORDERS, (long) ORDERS * LINES_PER_ORDER, Map.of("GBP", revenue), CUSTOMERS);
    }
}
