package io.millrace.chassis.consumer;

/** Somebody paused the consumer: nothing is handled until it is resumed. */
final class PausedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    PausedException(String consumer, Position position) {
        super("consumer " + consumer + " is paused");
        this.position = position;
    }

    /** Where it rests. */
    Position position() {
        return position;
    }
}
