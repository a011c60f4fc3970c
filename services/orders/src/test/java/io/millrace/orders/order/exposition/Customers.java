package io.millrace.orders.order.exposition;

import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.customer.service.Standing;
import io.millrace.testkit.events.OtherServices;
import jakarta.inject.Singleton;
import org.awaitility.Awaitility;

/** Plays the customers service, and waits until this service has heard of it. */
@Singleton
final class Customers {

    private final OtherServices others;
    private final CustomerBook book;

    Customers(OtherServices others, CustomerBook book) {
        this.others = others;
        this.book = book;
    }

    void register(String id) {
        others.emit("customers.customer.registered", id, """
                {"customerId":"%s","name":"Customer %s","address":{"country":"United Kingdom"}}""".formatted(id, id));
        awaitUntil(id, Standing.KNOWN);
    }

    void erase(String id) {
        others.emit("customers.customer.erased", id, """
                {"customerId":"%s"}""".formatted(id));
        awaitUntil(id, Standing.ERASED);
    }

    private void awaitUntil(String id, Standing wanted) {
        Awaitility.await().until(() -> book.standing(id) == wanted);
    }
}
