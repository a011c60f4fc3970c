package io.millrace.cli.prove.fault;

import io.millrace.cli.shop.ServiceSpec;
import java.util.List;
import java.util.Locale;

/** Aggregates that somebody reads, and what events about them look like on the wire. */
enum PoisonShape {
    CUSTOMER(
            ServiceSpec.CUSTOMERS,
            "customer",
            "registered",
            "renamed",
            List.of("orders-customers", "delivery-customers")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","name":"%s","address":%s}\
                """.formatted(idField, id, text, or(detail, """
                        {"country":"DE"}\
                        """));
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"customerId":"%s","name":"%s"}\
                """.formatted(id, text);
        }

        @Override
        String idField() {
            return "customerId";
        }
    },
    ORDER(ServiceSpec.ORDERS, "order", "placed", "cancelled", List.of("orders-orders")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","customerId":"%s","lines":[{"sku":"P","description":"P","quantity":1,\
                "unitPrice":{"amount":"1.00","currency":"EUR"}}],"total":%s}\
                """.formatted(idField, id, text, or(detail, EURO));
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"orderId":"%s","customerId":"%1$s","reason":"%s"}\
                """.formatted(id, text);
        }
    },
    STOCK(ServiceSpec.ORDERS, "fulfilment", "stock_requested", "stock_release_requested", List.of("inventory-orders")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","lines":[{"sku":"%s","quantity":%s}]}\
                """.formatted(idField, id, text, or(detail, "1"));
        }

        @Override
        String ofAnotherType(String id) {
            return begin(idField(), id, "a detail of another type", "{}");
        }
    },
    MONEY(ServiceSpec.ORDERS, "fulfilment", "payment_requested", "refund_requested", List.of("billing-orders")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","customerId":"%2$s","amount":%s,"cardToken":"%s"}\
                """.formatted(idField, id, or(detail, EURO), text);
        }
    },
    PRODUCT(ServiceSpec.INVENTORY, "product", "listed", "repriced", List.of("orders-inventory")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","description":"%s","price":%s}\
                """.formatted(idField, id, text, or(detail, EURO));
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"sku":"%s","price":%s,"note":"%s"}\
                """.formatted(id, EURO, text);
        }

        @Override
        String idField() {
            return "sku";
        }
    },
    SHIPMENT(
            ServiceSpec.DELIVERY,
            "shipment",
            "dispatched",
            "returned",
            List.of("orders-delivery", "inventory-delivery")) {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"shipmentId":"%s","%s":%s,"customerId":"%1$s"}\
                """.formatted(id, idField, or(detail, "\"" + text + "\""));
        }

        @Override
        String ofAnotherType(String id) {
            return begin(idField(), id, "", "{}");
        }

        /** Nobody asks for the shipment's own id, and orders passes over a parcel of an order that it does not know. */
        @Override
        String withoutItsId(String id) {
            return ofAnotherType(id);
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"shipmentId":"%s","orderId":"%1$s","customerId":"%1$s","note":"%s"}\
                """.formatted(id, text);
        }
    };

    private static final String EURO = """
            {"amount":"1.00","currency":"EUR"}\
            """;

    private final ServiceSpec owner;
    private final String aggregate;
    private final String first;
    private final String later;
    private final List<String> readers;

    PoisonShape(ServiceSpec owner, String aggregate, String first, String later, List<String> readers) {
        this.owner = owner;
        this.aggregate = aggregate;
        this.first = first;
        this.later = later;
        this.readers = readers;
    }

    ServiceSpec owner() {
        return owner;
    }

    String aggregate() {
        return aggregate;
    }

    String stream() {
        return owner.name().toUpperCase(Locale.ROOT);
    }

    /** The event that an aggregate begins with. */
    String first() {
        return first;
    }

    /** An event that may follow. */
    String later() {
        return later;
    }

    /** The consumers that handle both. */
    List<String> readers() {
        return readers;
    }

    /** What the id is called. */
    String idField() {
        return "orderId";
    }

    /**
     * The body of the first event.
     *
     * @param idField what the id is called
     * @param text one that a reader stores, or looks for
     * @param detail the JSON of a part of it, empty for one that can be read
     */
    abstract String begin(String idField, String id, String text, String detail);

    /** One in which a detail is no object. */
    String ofAnotherType(String id) {
        return begin(idField(), id, "a detail of another type", "\"no object\"");
    }

    /** One that has its id under another name. */
    String withoutItsId(String id) {
        return begin("mistakenId", id, "an id under another name", "");
    }

    /** The body of a later event: an order's id says all. What nobody knows is passed over. */
    String goOn(String id, String text) {
        return """
            {"orderId":"%s","note":"%s"}\
            """.formatted(id, text);
    }

    private static String or(String wanted, String otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }
}
