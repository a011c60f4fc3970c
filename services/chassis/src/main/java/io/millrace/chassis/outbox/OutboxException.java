package io.millrace.chassis.outbox;

import java.sql.SQLException;

/** The outbox table could not be written or read. The transaction around it must not commit. */
public final class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
