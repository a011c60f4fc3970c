package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.business.saga.Note;
import io.millrace.chassis.business.saga.Progress;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.business.saga.Turn;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.EncodedEvent;
import io.millrace.chassis.outbox.EventEncoder;
import io.millrace.chassis.outbox.EventTypes;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The turns of one transaction, gathered so that they can be written with a statement each for sagas, records, events and
 * commands.
 */
final class SagaTurns<S, C> {

    private static final int NO_NOTES = 0;

    private final SagaPlan<S, C> plan;
    private final StateJson<S> json;
    private final EventEncoder encoder;
    private final Instant now;
    private final Map<String, SagaRow> rows = new LinkedHashMap<>();
    private final List<EncodedEvent> events = new ArrayList<>();
    private final List<RecordLine> lines = new ArrayList<>();
    private final List<Told<C>> commands = new ArrayList<>();

    SagaTurns(SagaPlan<S, C> plan, StateJson<S> json, EventEncoder encoder, Instant now) {
        this.plan = plan;
        this.json = json;
        this.encoder = encoder;
        this.now = now;
    }

    /** A saga that was read. */
    void know(SagaRow row) {
        rows.put(row.id(), row);
    }

    @Nullable
    SagaRow row(String id) {
        return rows.get(id);
    }

    Progress<S> progress(SagaRow row) {
        return new Progress<>(
                row.phase(),
                row.phase().isOver() ? plan.indexOfEnd(row.step(), row.phase()) : plan.indexOf(row.step()),
                row.asked(),
                json.read(row.state()),
                row.pending().stream().map(plan::indexOf).toList());
    }

    /** A saga's first turn. */
    void begin(String id, Turn<S, C> turn, Cause cause) {
        Progress<S> after = turn.after();
        know(new SagaRow(
                id,
                after.phase(),
                plan.nameOf(after.step()),
                after.asked(),
                json.write(after.state()),
                List.of(),
                0,
                NO_NOTES,
                null,
                cause.correlationId(),
                cause.actor()));
        take(id, turn, cause, null);
    }

    /** @param answerId the id of the event that this is the turn for, where it is one */
    void take(String id, Turn<S, C> turn, Cause cause, @Nullable String answerId) {
        SagaRow before = rows.get(id);
        Map<Event, String> ids = encode(id, before.version(), turn.requests(), cause);
        write(before, turn, event -> ids.getOrDefault(event, answerId));
        turn.commands().forEach(command -> commands.add(new Told<>(id, command, cause)));
        rows.put(id, after(before, turn, answerId != null));
    }

    private SagaRow after(SagaRow before, Turn<S, C> turn, boolean isAnswer) {
        Progress<S> after = turn.after();
        int notes = before.notes() + turn.notes().size();
        boolean ignored = turn.wasIgnored();
        return new SagaRow(
                before.id(),
                after.phase(),
                plan.nameOf(after.step()),
                after.asked(),
                ignored ? before.state() : json.write(after.state()),
                after.pending().stream().map(plan::nameOf).toList(),
                before.version() + turn.requests().size(),
                notes,
                isAnswer && turn.requests().isEmpty() && waitsOn(before, after) ? before.dueAt() : dueAt(turn),
                before.correlationId(),
                before.actor());
    }

    /** For the very answer that it waited for before. */
    private boolean waitsOn(SagaRow before, Progress<S> after) {
        return after.phase() == before.phase()
                && after.asked() == before.asked()
                && plan.nameOf(after.step()).equals(before.step());
    }

    private @Nullable Instant dueAt(Turn<S, C> turn) {
        return turn.patience().map((Duration patience) -> now.plus(patience)).orElse(null);
    }

    private Map<Event, String> encode(String id, long version, List<Event> requests, Cause cause) {
        Map<Event, String> ids = new IdentityHashMap<>();
        long next = version;
        for (Event request : requests) {
            EncodedEvent event = encoder.encode(new Emission(id, ++next, request, cause));
            ids.put(request, event.envelope().id());
            events.add(event);
        }
        return ids;
    }

    private void write(SagaRow before, Turn<S, C> turn, Function<Event, String> idOf) {
        int number = before.notes();
        for (Note note : turn.notes()) {
            lines.add(new RecordLine(
                    before.id(),
                    ++number,
                    note.step(),
                    note.what().name(),
                    note.event().map(SagaTurns::typeOf).orElse(null),
                    note.event().map(idOf).orElse(null)));
        }
    }

    private static String typeOf(Event event) {
        return EventTypes.of(event.getClass()).name();
    }

    List<SagaRow> rows() {
        return List.copyOf(rows.values());
    }

    List<EncodedEvent> events() {
        return events;
    }

    List<RecordLine> lines() {
        return lines;
    }

    List<Told<C>> commands() {
        return commands;
    }
}
