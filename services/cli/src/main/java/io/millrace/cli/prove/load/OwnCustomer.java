package io.millrace.cli.prove.load;

/** A customer whom only one caller changes. */
final class OwnCustomer {

    final String id;
    long version;
    boolean erased;

    OwnCustomer(String id) {
        this.id = id;
    }
}
