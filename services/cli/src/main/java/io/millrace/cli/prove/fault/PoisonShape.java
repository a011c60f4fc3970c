package io.millrace.cli.prove.fault;

import io.millrace.cli.shop.ServiceSpec;
import java.util.Locale;

/** Aggregates that somebody else reads, and what events about them look like on the wire. */
enum PoisonShape {
    CUSTOMER(ServiceSpec.CUSTOMERS, "customer", "registered", "renamed") {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","name":"%s","address":%s}\
                """.formatted(field(idField), id, text, or(detail, """
                        {"country":"DE"}\
                        """));
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"customerId":"%s","name":"%s"}\
                """.formatted(id, text);
        }
    },
    ORDER(ServiceSpec.ORDERS, "order", "placed", "cancelled") {
        @Override
        String begin(String idField, String id, String text, String detail) {
            return """
                {"%s":"%s","customerId":"%2$s","lines":[{"sku":"P","description":"%s","quantity":1,\
                "unitPrice":{"amount":"1.00","currency":"EUR"}}],"total":%s}\
                """.formatted(field(idField), id, text, or(detail, """
                        {"amount":"1.00","currency":"EUR"}\
                        """));
        }

        @Override
        String goOn(String id, String text) {
            return """
                {"orderId":"%s","customerId":"%1$s","reason":"%s"}\
                """.formatted(id, text);
        }
    };

    private final ServiceSpec owner;
    private final String aggregate;
    private final String first;
    private final String later;

    PoisonShape(ServiceSpec owner, String aggregate, String first, String later) {
        this.owner = owner;
        this.aggregate = aggregate;
        this.first = first;
        this.later = later;
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

    /**
     * The body of the first event.
     *
     * @param idField what the id is called, empty for what the contract says
     * @param detail the JSON of a part of it, empty for one that can be read
     */
    abstract String begin(String idField, String id, String text, String detail);

    /** The body of a later event. */
    abstract String goOn(String id, String text);

    String field(String idField) {
        return or(idField, aggregate + "Id");
    }

    private static String or(String wanted, String otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }
}
