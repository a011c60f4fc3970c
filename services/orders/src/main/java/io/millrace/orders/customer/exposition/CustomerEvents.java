package io.millrace.orders.customer.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.orders.customer.service.Customer;
import io.millrace.orders.customer.service.CustomerBook;
import java.util.List;
import java.util.function.Function;

/** Keeps the copy of customers. Where they live is no concern of orders. */
@EventHandler(from = "customers", tables = "customer")
class CustomerEvents {

    private final CustomerBook book;

    CustomerEvents(CustomerBook book) {
        this.book = book;
    }

    @Projection
    void registered(List<Received<CustomerRegistered>> batch) {
        keep(
                batch,
                news -> Customer.known(
                        news.event().customerId(), version(news), news.event().fullName()));
    }

    @Projection
    void renamed(List<Received<CustomerRenamed>> batch) {
        keep(
                batch,
                news -> Customer.known(
                        news.event().customerId(), version(news), news.event().name()));
    }

    @Projection
    void erased(List<Received<CustomerErased>> batch) {
        keep(batch, news -> Customer.erased(news.event().customerId(), version(news)));
    }

    private <E extends Event> void keep(List<Received<E>> batch, Function<Received<E>, Customer> customer) {
        book.keep(batch.stream().map(customer).toList());
    }

    private static long version(Received<?> news) {
        return news.context().envelope().sequence();
    }
}
