package io.millrace.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.List;

/** The outbox in the service's own database. */
@Singleton
class JdbcOutbox implements Outbox {

    private final EventEncoder encoder;
    private final OutboxWriter writer;

    JdbcOutbox(EventEncoder encoder, OutboxWriter writer) {
        this.encoder = encoder;
        this.writer = writer;
    }

    @Override
    public void emit(List<Emission> emissions) {
        // Whoever forgot the transaction hears that first, before anything about the event.
        writer.current();
        writer.write(emissions.stream().map(encoder::encode).toList());
    }
}
