package io.millrace.cli.streams;

import java.util.List;
import java.util.stream.Collectors;

/** What was done to a stream. */
sealed interface Deed {

    String stream();

    /** For people. */
    String sentence();

    /** There was none. */
    record Created(String stream) implements Deed {

        @Override
        public String sentence() {
            return stream + ": created.";
        }
    }

    /** It was there, and differed. */
    record Changed(String stream, List<Change> changes) implements Deed {

        public Changed {
            changes = List.copyOf(changes);
        }

        @Override
        public String sentence() {
            return "%s: changed %s."
                    .formatted(
                            stream,
                            changes.stream()
                                    .map(change -> change.difference().field())
                                    .collect(Collectors.joining(", ")));
        }
    }
}
