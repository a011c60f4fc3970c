package io.millrace.cli.importing;

import io.millrace.cli.importing.report.RefusedLines;
import io.millrace.cli.importing.send.Counts;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.Settling.Settled;
import java.time.Duration;

/**
 * What came of an import.
 *
 * @param file the figures of the orders that were accepted now or before
 * @param sending from the first request to the last answer
 * @param settling from the last answer until every projection was up to date
 */
record ImportResult(
        Counts customers,
        Counts orders,
        int movedCustomers,
        Figures file,
        RefusedLines refused,
        Settled settled,
        Duration sending,
        Duration settling) {

    /** Events this import brought into the streams: a registration, an order, and the shipment that follows. */
    long events() {
        return customers.created() + 2 * orders.created();
    }

    boolean complete() {
        return settled.complete() && refused.unexpected() == 0;
    }
}
