package io.millrace.chassis.source;

/** Messages may have been missed, for example because heartbeats stayed away. Open again at the position. */
public final class SourceLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceLostException(String message) {
        super(message);
    }

    public SourceLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
