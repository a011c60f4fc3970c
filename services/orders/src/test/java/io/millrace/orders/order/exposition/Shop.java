package io.millrace.orders.order.exposition;

import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.customer.service.Standing;
import io.millrace.orders.product.service.ProductBook;
import io.millrace.testkit.events.OtherServices;
import jakarta.inject.Singleton;
import java.util.List;
import org.awaitility.Awaitility;

/** Plays the other services, and waits until this one has heard of customers and products. */
@Singleton
final class Shop {

    private final OtherServices others;
    private final CustomerBook customers;
    private final ProductBook products;

    Shop(OtherServices others, CustomerBook customers, ProductBook products) {
        this.others = others;
        this.customers = customers;
        this.products = products;
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

    void list(String sku, String price, String currency) {
        if (products.find(List.of(sku)).isEmpty()) {
            others.emit("inventory.product.listed", sku, """
                    {"sku":"%s","description":"HEART","price":{"amount":"%s","currency":"%s"}}""".formatted(sku, price, currency));
            Awaitility.await().until(() -> products.find(List.of(sku)).containsKey(sku));
        }
    }

    void reprice(String sku, String price, String currency) {
        others.emit("inventory.product.repriced", sku, """
                {"sku":"%s","price":{"amount":"%s","currency":"%s"}}""".formatted(sku, price, currency));
        Awaitility.await()
                .until(() ->
                        products.find(List.of(sku)).get(sku).price().amount().equals(price));
    }

    void holds(String orderId) {
        others.emit("inventory.reservation.held", orderId, """
                {"orderId":"%s","lines":[{"sku":"85123A","quantity":6}]}""".formatted(orderId));
    }

    void hasTooFew(String orderId) {
        others.emit("inventory.reservation.rejected", orderId, """
                {"orderId":"%s","missing":[{"sku":"85123A","wanted":6,"available":2}]}""".formatted(orderId));
    }

    void releases(String orderId) {
        others.emit("inventory.reservation.released", orderId, """
                {"orderId":"%s","lines":[]}""".formatted(orderId));
    }

    void captures(String orderId) {
        others.emit("billing.payment.captured", orderId, """
                {"orderId":"%s","amount":{"amount":"15.30","currency":"GBP"},"providerReference":"ch"}""".formatted(orderId));
    }

    void declines(String orderId) {
        others.emit("billing.payment.declined", orderId, """
                {"orderId":"%s","amount":{"amount":"15.30","currency":"GBP"},"reason":"card_declined"}""".formatted(orderId));
    }

    void refunds(String orderId) {
        others.emit("billing.payment.refunded", orderId, """
                {"orderId":"%s","amount":{"amount":"15.30","currency":"GBP"},"providerReference":"re"}""".formatted(orderId));
    }

    /** @param what an event of a shipment, for example {@code dispatched} */
    void shipment(String orderId, String what) {
        others.emit("delivery.shipment." + what, orderId, """
                {"shipmentId":"%s","orderId":"%s","customerId":"ada"}""".formatted(orderId, orderId));
    }

    private void awaitUntil(String id, Standing wanted) {
        Awaitility.await().until(() -> customers.standing(id) == wanted);
    }
}
