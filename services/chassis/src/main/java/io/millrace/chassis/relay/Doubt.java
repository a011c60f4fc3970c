package io.millrace.chassis.relay;

/**
 * It is not known what the stream holds: an acknowledgement stayed away, or a link was refused. The answer is always the
 * same: look at the stream and go on from there.
 */
sealed class Doubt extends Exception permits Refusal {

    private static final long serialVersionUID = 1L;

    Doubt(String reason) {
        super(reason);
    }

    Doubt(String reason, Throwable cause) {
        super(reason, cause);
    }
}
