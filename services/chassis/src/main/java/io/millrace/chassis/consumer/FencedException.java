package io.millrace.chassis.consumer;

/** Another instance owns the consumer now: what this one was about to commit must not be. */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(String consumer, long epoch) {
        super("consumer " + consumer + " is not owned with epoch " + epoch + " any more");
    }
}
