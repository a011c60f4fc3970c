package io.millrace.chassis.handler;

/**
 * A handler can never handle an event, however often it is tried. It becomes a dead letter at once, with the reason. The
 * later events of its aggregate wait until somebody redrives or discards it.
 */
public final class DeadLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason shown to whoever looks at dead letters */
    public DeadLetterException(String reason) {
        super(reason);
    }
}
