package io.millrace.cli.prove.load;

/** Nobody answered, though a request was sent again and again. */
final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnansweredException(String request) {
        super(request);
    }
}
