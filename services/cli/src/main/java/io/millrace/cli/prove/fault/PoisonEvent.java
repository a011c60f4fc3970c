package io.millrace.cli.prove.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** An event as a row of an outbox, made by hand. */
record PoisonEvent(String eventId, String subject, String headers, byte[] body) {

    /** How many events each aggregate has: poison, one to wait behind it, and both once more. */
    static final int EACH = 4;

    private static final String SOUND = "1.0";

    /** @param prefix what the ids of the aggregates begin with */
    static List<PoisonEvent> all(Poison poison, PoisonShape shape, String prefix) {
        return IntStream.range(0, poison.aggregates())
                .mapToObj(number -> ofAggregate(poison, shape, prefix + "-" + number, number))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PoisonEvent> ofAggregate(Poison poison, PoisonShape shape, String id, int number) {
        List<PoisonEvent> events = new ArrayList<>();
        for (int version = 1; version <= EACH; version++) {
            boolean bad = version % 2 == 1;
            events.add(of(
                    shape,
                    id,
                    version,
                    bad ? shape.first() : shape.later(),
                    bad ? poison.schemaVersion() : SOUND,
                    bad ? poison.body(shape, id, number) : shape.goOn(id, poison.textBehind())));
        }
        return events;
    }

    private static PoisonEvent of(
            PoisonShape shape, String id, int version, String event, String schemaVersion, String body) {
        String eventId = UUID.randomUUID().toString();
        String service = shape.owner().name();
        String type = "%s.%s.%s".formatted(service, shape.aggregate(), event);
        String headers = """
            ce-specversion: 1.0
            ce-id: %1$s
            ce-source: /millrace/%2$s
            ce-type: %3$s
            ce-time: %4$s
            ce-subject: %5$s
            ce-dataschema: urn:millrace:%3$s:%6$s
            ce-datacontenttype: application/json
            ce-sequence: %7$d
            ce-correlationid: %1$s
            ce-causationid: %1$s
            ce-actor: a%%20defective%%20producer
            Nats-Msg-Id: %1$s
            """.formatted(eventId, service, type, Instant.now(), id, schemaVersion, version);
        String subject = "evt.%s.%s.%s.%s".formatted(service, shape.aggregate(), id, event);
        return new PoisonEvent(eventId, subject, headers, body.getBytes(UTF_8));
    }
}
