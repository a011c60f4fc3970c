package io.millrace.contracts.upcasting;

/** An upcaster failed, which is a defect of the upcaster. The message names it and what it was to do. */
public final class UpcastException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UpcastException(String message, Throwable cause) {
        super(message, cause);
    }
}
