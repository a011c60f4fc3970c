package io.millrace.cli.importing;

import io.millrace.cli.importing.report.RefusedLines;
import io.millrace.cli.importing.send.Counts;
import io.millrace.cli.importing.send.Stocked;
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
        Stocked stocked,
        Counts orders,
        int movedCustomers,
        Figures file,
        RefusedLines refused,
        Settled settled,
        Duration sending,
        Duration settling) {

    /**
     * An order is placed and confirmed, asks for stock and for payment, and is answered twice; its shipment is prepared.
     */
    private static final int EVENTS_OF_AN_ORDER = 7;

    /** Events this import brought into the streams. */
    long events() {
        return customers.created()
                + stocked.products().created()
                + stocked.restocked()
                + EVENTS_OF_AN_ORDER * orders.created();
    }

    boolean complete() {
        return settled.complete() && refused.unexpected() == 0;
    }
}
