package io.millrace.cli.prove.load;

/** An order that only one caller changes. */
final class OwnOrder {

    final String id;
    final OwnCustomer customer;
    boolean cancelled;

    OwnOrder(String id, OwnCustomer customer) {
        this.id = id;
        this.customer = customer;
    }
}
