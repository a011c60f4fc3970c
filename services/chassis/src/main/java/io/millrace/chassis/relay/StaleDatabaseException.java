package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.StoredEvent;

/**
 * The stream holds events of this service that its database has never sent: the database was restored from an earlier backup,
 * or is a new one, or somebody else has published as this service. Its outbox may hold events that were published long ago, and what it decides next builds on an old state.
 */
final class StaleDatabaseException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    StaleDatabaseException(ServiceIdentity identity, long known, long end, StoredEvent unknown) {
        super("stopped: this database has sent " + (known == 0 ? "nothing" : "events up to " + known) + " of stream "
                + identity.stream() + ", which ends at " + end + " and holds " + unknown.eventId() + " at "
                + unknown.sequence() + ": it is an earlier state"
                + (known == 0 ? ", a new database, or kept nothing until now (millrace.outbox.keep)" : "")
                + ", or somebody else has published as this service"
                + ". Restore the newest, or take over what the stream has with: millrace outbox adopt "
                + identity.service());
    }
}
