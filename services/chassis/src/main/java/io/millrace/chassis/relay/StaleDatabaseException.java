package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.StoredEvent;

/**
 * The stream holds events of this service that its database has never sent: the database was restored from an earlier backup,
 * or is a new one. Its outbox may hold events that were published long ago, and what it decides next builds on an old state.
 */
final class StaleDatabaseException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    StaleDatabaseException(ServiceIdentity identity, long known, long end, StoredEvent unknown) {
        super("stopped: this database has sent " + (known == 0 ? "nothing" : "events up to " + known) + " of stream "
                + identity.stream() + ", which ends at " + end + " and holds " + unknown.eventId() + " at "
                + unknown.sequence() + ": it was restored from an earlier state"
                + (known == 0 ? ", is a new one, or kept nothing until now (millrace.outbox.keep)" : "")
                + ". Restore the newest, or take over what the stream has with: millrace outbox adopt "
                + identity.service());
    }
}
