package io.millrace.chassis.relay;

import static io.millrace.chassis.relay.RelayGuarantees.events;
import static io.millrace.chassis.relay.RelayGuarantees.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.OutboxTable;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that was restored from an earlier backup, while its stream went on. */
class StaleDatabaseIT {

    /** A relay that looks at the end of its stream only, a few events long. */
    private final ChassisFixture fixture = new ChassisFixture(Map.of("millrace.relay.batch-size", 2));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingIsPublishedByADatabaseThatIsOlderThanItsStream() {
        publish("a", 1, 100);
        goBackTo(60, 65);

        awaitStop();

        assertThat(fixture.bean(Relay.class).state().state())
                .contains("events up to 60")
                .contains("ends at 100")
                .contains("millrace outbox adopt " + fixture.service());
        assertThat(fixture.stored()).hasSize(100);
        assertThat(fixture.bean(OutboxTable.class).backlog()).isEqualTo(5);
    }

    @Test
    void anEmptyDatabaseIsOlderThanAStreamThatIsNot() {
        publish("a", 1, 3);
        fixture.sql("DELETE FROM messaging.sent");
        emit("a", 1, 1);

        awaitStop();

        assertThat(fixture.stored()).hasSize(3);
    }

    @Test
    void theNewestStateGoesOnByItself() {
        publish("a", 1, 100);
        fixture.sql("CREATE TABLE newest AS SELECT * FROM messaging.sent");
        goBackTo(60, 65);
        awaitStop();

        fixture.sql("DELETE FROM messaging.outbox");
        fixture.sql("DELETE FROM messaging.sent");
        fixture.sql("INSERT INTO messaging.sent SELECT * FROM newest");
        publish("a", 101, 102);

        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 102));
    }

    @Test
    void adoptionDropsWhatTheStreamHoldsAndGoesOnBehindIt() throws Exception {
        publish("a", 1, 100);
        goBackTo(60, 65);
        emit("b", 1, 2);
        awaitStop();

        assertThat(adopt(true)).isEqualTo(new Adopted.TakenOver(true, 60, 100, 40, 0, 0));
        awaitStop();
        assertThat(adopt(false)).isEqualTo(new Adopted.TakenOver(false, 60, 100, 40, 0, 5));
        fixture.drain();

        assertThat(fixture.storedEvents())
                .isEqualTo(Stream.concat(events("a", 1, 100).stream(), events("b", 1, 2).stream())
                        .toList());
        assertThat(adopt(false)).isEqualTo(new Adopted.NothingUnknown(102));
    }

    @Test
    void adoptionTellsEventsFromOtherMessages() throws Exception {
        publish("a", 1, 3);
        EarlierStream stream = new EarlierStream(fixture);
        stream.foreignMessage();
        stream.eventInItsName("by-hand");
        awaitStop();

        assertThat(adopt(true)).isEqualTo(new Adopted.TakenOver(true, 3, 5, 1, 1, 0));
        assertThat(adopt(false)).isEqualTo(new Adopted.TakenOver(false, 3, 5, 1, 1, 0));
        publish("a", 4, 4);

        assertThat(fixture.stored()).hasSize(6);
    }

    @Test
    void aStreamThatLostEventsIsNotAdopted() throws Exception {
        publish("a", 1, 30);
        new EarlierStream(fixture).goBackTo(10);

        assertThat(adopt(false)).isEqualTo(new Adopted.StreamIsBehind(30, 10));
    }

    @Test
    void aForeignMessageInTheStreamStopsNobody() throws Exception {
        publish("a", 1, 3);
        new EarlierStream(fixture).foreignMessage();

        publish("a", 4, 5);

        assertThat(fixture.stored()).hasSize(6);
    }

    @Test
    void whoKeepsNothingIsNotHeldAgainstTheStream() {
        try (ApplicationContext forgetful = fixture.instance("first", Map.of("millrace.outbox.keep", "0s"))) {
            emit("a", 1, 10);
            fixture.drain(forgetful);
            try (ApplicationContext later = fixture.instance("first", Map.of("millrace.outbox.keep", "0s"))) {
                emit("a", 11, 12);
                fixture.drain(later);
            }
        }
        assertThat(fixture.storedEvents()).isEqualTo(events("a", 1, 12));
    }

    /** What was sent by then is known, and some of the next events still wait. */
    private void goBackTo(int sequence, int waitingUpTo) {
        fixture.sql("""
                INSERT INTO messaging.outbox (event_id, subject, headers, body)
                SELECT event_id, subject, headers, body FROM messaging.sent
                WHERE sequence > %d AND sequence <= %d ORDER BY sequence""".formatted(sequence, waitingUpTo));
        fixture.sql("DELETE FROM messaging.sent WHERE sequence > " + sequence);
    }

    private Adopted adopt(boolean dryRun) throws InterruptedException {
        return fixture.bean(Adoption.class).adopt(dryRun);
    }

    private void publish(String thing, int from, int to) {
        emit(thing, from, to);
        fixture.drain();
    }

    private void emit(String thing, int from, int to) {
        fixture.emit(IntStream.rangeClosed(from, to)
                .mapToObj(i -> happened(thing, i))
                .toArray(Emission[]::new));
    }

    /** By a relay that looks at its stream, as one does that starts. */
    private void awaitStop() {
        Relay relay = fixture.bean(Relay.class);
        relay.resign();
        Awaitility.await().until(() -> {
            relay.runOnce();
            return relay.state().state().startsWith("stopped");
        });
    }
}
