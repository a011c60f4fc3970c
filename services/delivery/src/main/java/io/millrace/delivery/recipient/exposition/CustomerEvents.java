package io.millrace.delivery.recipient.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.delivery.recipient.service.RecipientBook;
import java.util.List;

/** Keeps the copy of customers. What shipments do about it is the shipment feature's own. */
@EventHandler(from = "customers", tables = "recipient")
class CustomerEvents {

    private final RecipientBook book;

    CustomerEvents(RecipientBook book) {
        this.book = book;
    }

    @Projection
    void registered(List<Received<CustomerRegistered>> batch) {
        book.register(events(batch));
    }

    @Projection
    void renamed(List<Received<CustomerRenamed>> batch) {
        book.rename(events(batch));
    }

    @Projection
    void moved(List<Received<CustomerAddressChanged>> batch) {
        book.moveTo(events(batch));
    }

    @Projection
    void erased(List<Received<CustomerErased>> batch) {
        book.erase(events(batch));
    }

    private static <E extends Event> List<E> events(List<Received<E>> batch) {
        return batch.stream().map(Received::event).toList();
    }
}
