package io.millrace.chassis.source;

/** The transport cannot be reached now. Try again later. */
public sealed class SourceUnavailableException extends RuntimeException permits StreamMissingException {

    private static final long serialVersionUID = 1L;

    public SourceUnavailableException(String message) {
        super(message);
    }

    public SourceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
