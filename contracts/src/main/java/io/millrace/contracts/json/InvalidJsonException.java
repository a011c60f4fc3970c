package io.millrace.contracts.json;

/** A body that is not one plain JSON document. The message is a sentence that says what is wrong with it. */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidJsonException(String message) {
        super(message);
    }
}
