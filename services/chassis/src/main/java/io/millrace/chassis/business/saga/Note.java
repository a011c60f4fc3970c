package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.util.Optional;

/**
 * A line in a saga's record.
 *
 * @param step its name
 * @param event what was asked or answered
 */
public record Note(String step, What what, Optional<Event> event) {

    /** What happened. */
    public enum What {
        STARTED,
        ASKED,
        TOLD,
        ANSWERED,
        FAILED,
        TIMED_OUT,
        ABORTED,
        ASKED_TO_UNDO,
        UNDONE,
        CANNOT_BE_UNDONE,
        REOPENED,
        /** An event that reopens a saga came before that one was done: it is taken up then. */
        REMEMBERED,
        /** An answer that nobody waits for: it changes nothing. */
        IGNORED,
        ENDED_DONE,
        ENDED_UNDONE
    }
}
