package io.millrace.cli.streams.lint;

import io.millrace.cli.streams.subject.Subjects;
import java.util.List;

/** A subject belongs to one stream: the server refuses the second. */
final class Overlaps {

    private Overlaps() {}

    static void check(List<Declared> streams, List<Finding> findings) {
        for (int i = 0; i < streams.size(); i++) {
            for (Declared other : streams.subList(0, i)) {
                check(streams.get(i), other, findings);
            }
        }
    }

    /** The server refuses a stream with two subjects that both take the same message. */
    static void within(Declared stream, List<Finding> findings) {
        List<String> subjects = stream.texts("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            String one = subjects.get(i);
            subjects.subList(0, i).stream()
                    .filter(two -> Subjects.overlap(one, two))
                    .forEach(two -> findings.add(new Finding(
                            stream.file(),
                            "its subjects %s and %s overlap: the server refuses the stream.".formatted(two, one))));
        }
    }

    private static void check(Declared stream, Declared other, List<Finding> findings) {
        for (String one : stream.texts("subjects")) {
            other.texts("subjects").stream()
                    .filter(two -> Subjects.overlap(one, two))
                    .forEach(two -> findings.add(new Finding(
                            stream.file(),
                            "its subject %s overlaps with %s of %s: the server refuses whichever comes second."
                                    .formatted(one, two, other.file()))));
        }
    }
}
