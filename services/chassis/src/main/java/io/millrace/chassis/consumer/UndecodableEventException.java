package io.millrace.chassis.consumer;

import io.millrace.chassis.source.SourceMessage;

/** A message that is not what its contract says. The message names where it stands and why. */
final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecodableEventException(SourceMessage message, String reason, Throwable cause) {
        super("message " + message.sequence() + " on " + message.subject() + " cannot be read: " + reason, cause);
    }
}
