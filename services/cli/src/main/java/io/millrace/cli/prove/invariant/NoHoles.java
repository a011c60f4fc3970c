package io.millrace.cli.prove.invariant;

import io.nats.client.api.StreamState;
import java.util.List;
import java.util.stream.Collectors;

/** Nobody has deleted anything: each stream begins with 1 and holds every sequence up to its last. */
final class NoHoles implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        List<String> holes = evidence.streams().entrySet().stream()
                .filter(stream -> hasHoles(stream.getValue()))
                .map(stream -> "%s has %d events from %d to %d"
                        .formatted(
                                stream.getKey(),
                                stream.getValue().getMsgCount(),
                                stream.getValue().getFirstSequence(),
                                stream.getValue().getLastSequence()))
                .toList();
        return Verdict.of(
                "The streams have no holes",
                evidence.streams().entrySet().stream()
                        .map(stream -> "%s %,d"
                                .formatted(stream.getKey(), stream.getValue().getMsgCount()))
                        .collect(Collectors.joining(", ")),
                holes);
    }

    private static boolean hasHoles(StreamState state) {
        return state.getMsgCount() != state.getLastSequence()
                || (state.getMsgCount() > 0 && state.getFirstSequence() != 1);
    }
}
