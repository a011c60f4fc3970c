package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.StoredEvent;

/**
 * The stream ends before an event that it once acknowledged: it was restored from a backup, lost its last writes with the
 * power, or was made anew. Nothing is published until somebody decides, for later events must not come before lost ones.
 */
final class LostEventsException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    LostEventsException(String stream, String service, long end, StoredEvent sent) {
        super("stopped: stream " + stream + " ends at " + end + ", but event " + sent.eventId() + " was stored at "
                + sent.sequence() + "; what it lost comes back with: millrace outbox republish " + service);
    }

    private LostEventsException(String message) {
        super(message);
    }

    /** Nobody can tell which events of the outbox it held: they would be published a second time. */
    static LostEventsException purged(String stream, StoredEvent sent) {
        return new LostEventsException("stopped: stream " + stream + " was purged behind " + sent.sequence()
                + ", where it held events that were not yet noted as published; see \"Purged by mistake\" in"
                + " docs/trouble.md");
    }
}
