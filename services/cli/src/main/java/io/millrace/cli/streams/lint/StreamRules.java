package io.millrace.cli.streams.lint;

import io.millrace.cli.streams.field.KnownFields;
import java.util.List;
import java.util.Set;

/** What a stream's file must be. */
final class StreamRules {

    private static final Set<String> DURATIONS = Set.of("max_age", "duplicate_window", "subject_delete_marker_ttl");

    private StreamRules() {}

    static void check(Declared stream, List<Finding> findings) {
        UnknownFields.check(stream, "stream", KnownFields::isOfStreams, findings);
        Durations.check(stream, DURATIONS, findings);
        String name = stream.text("name");
        if (!stream.isTemplate() && !name.equals(stream.fileName())) {
            findings.add(new Finding(
                    stream.file(),
                    "declares the stream '%s': a service looks for %s here.".formatted(name, stream.fileName())));
        }
        boolean copies = stream.json().hasNonNull("mirror")
                || !stream.json().path("sources").isEmpty();
        if (stream.texts("subjects").isEmpty() && !copies) {
            findings.add(new Finding(stream.file(), "has no subjects: the server would take the name for one."));
        }
        Overlaps.within(stream, findings);
    }
}
