package io.millrace.cli.prove.load;

/** Everything that callers can ask for, and what they buy. */
record Counters(
        CustomerRequests customers,
        OrderRequests orders,
        ShipmentRequests shipments,
        StockRequests stock,
        Catalogue catalogue) {}
