package io.millrace.cli.prove.invariant;

import java.util.List;
import java.util.stream.Stream;

/** What all streams together say. */
final class Folds {

    private final CustomerFold customers = new CustomerFold();
    private final OrderFold orders = new OrderFold();
    private final ShipmentFold shipments = new ShipmentFold();
    private final ProductFold products = new ProductFold();
    private final ReservationFold reservations = new ReservationFold(products);
    private final PaymentFold payments = new PaymentFold();
    private final Occurrences occurrences = new Occurrences();

    /** Takes the events of each stream in its order; of what order streams come in does not matter. */
    void add(StoredEvent event) {
        if (event.isPoison()) {
            return;
        }
        String type = event.type();
        if (type.startsWith("customers.")) {
            customers.add(event);
            return;
        }
        if (type.startsWith("inventory.product.")) {
            products.add(event);
            return;
        }
        occurrences.add(event);
        switch (event.stream()) {
            case "ORDERS" -> orders.add(event);
            case "DELIVERY" -> shipments.add(event);
            case "INVENTORY" -> reservations.add(event);
            case "BILLING" -> payments.add(event);
            default -> throw new IllegalStateException("An event that nobody emits: " + type);
        }
    }

    CustomerFold customers() {
        return customers;
    }

    OrderFold orders() {
        return orders;
    }

    ProductFold products() {
        return products;
    }

    PaymentFold payments() {
        return payments;
    }

    /** What happened to each order, wherever. */
    Occurrences occurrences() {
        return occurrences;
    }

    List<Table> tables() {
        return Stream.of(
                        customers.tables(),
                        orders.tables(),
                        shipments.tables(orders.orders(), customers::isErased),
                        products.tables(),
                        reservations.tables(),
                        payments.tables(orders.orders()))
                .flatMap(List::stream)
                .toList();
    }
}
