package io.millrace.chassis.consumer;

/** The stream is not the one that the consumer knows. Going on would skip or double events: an operator decides. */
final class DamagedStreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedStreamException(String message) {
        super(message);
    }

    String state() {
        return "stopped: " + getMessage();
    }
}
