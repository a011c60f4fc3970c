package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a saga does about one thing that happened.
 *
 * @param requests events that ask others, in order
 * @param commands what the service itself is told, in order
 * @param patience how long to wait for an answer from now on; empty where it waits for ever, or is over
 * @param notes what to write into its record
 */
public record Turn<S, C>(
        Progress<S> after, List<Event> requests, List<C> commands, Optional<Duration> patience, List<Note> notes) {

    public Turn {
        requests = List.copyOf(requests);
        commands = List.copyOf(commands);
        notes = List.copyOf(notes);
    }

    /** Whether anything but the record has changed. */
    public boolean wasIgnored() {
        return notes.stream().allMatch(note -> note.what() == Note.What.IGNORED);
    }
}
