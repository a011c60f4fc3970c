package io.millrace.chassis.parked;

/** A message that is not what its contract says. Reading it again cannot help. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
