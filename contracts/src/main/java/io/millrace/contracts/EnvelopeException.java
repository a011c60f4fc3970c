package io.millrace.contracts;

/** A message that is no event as the wire contract describes it. The message names the header and the reason. */
public final class EnvelopeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EnvelopeException(String message) {
        super(message);
    }

    public EnvelopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
