package io.millrace.cli.prove.load;

/**
 * A customer whom all callers rename, whoever comes first: two at once are on their way through two instances, and only one
 * of them may win. Nothing but its name changes, so the version in an answer is that of the renaming itself.
 */
final class Shared {

    private final String id;
    private volatile long version;

    Shared(String id, long version) {
        this.id = id;
        this.version = version;
    }

    void rename(CustomerRequests customers, String name) throws InterruptedException {
        long expected = version;
        version = customers.renameShared(id, expected, name).orElseGet(() -> expected + 1);
    }
}
