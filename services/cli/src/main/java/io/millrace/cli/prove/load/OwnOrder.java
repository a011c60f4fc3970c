package io.millrace.cli.prove.load;

/** An order that only one caller changes. */
final class OwnOrder {

    final String id;
    final OwnCustomer customer;

    /** The highest version that an answer has told of. */
    long version;

    /** How often its parcel could not be sent. */
    int attempts;

    OwnOrder(String id, OwnCustomer customer) {
        this.id = id;
        this.customer = customer;
    }
}
