package io.millrace.chassis.relay;

/** Stream and database contradict each other, and only a person can say which is right. Nothing is published until then. */
abstract sealed class UndecidedException extends Exception permits LostEventsException, StaleDatabaseException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String message) {
        super(message);
    }
}
