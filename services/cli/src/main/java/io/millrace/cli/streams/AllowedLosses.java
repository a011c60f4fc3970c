package io.millrace.cli.streams;

import java.util.Optional;
import java.util.Set;

/**
 * What may be lost.
 *
 * @param words {@code STREAM} for all of a stream's fields, {@code STREAM.FIELD} for one
 */
record AllowedLosses(Set<String> words) {

    AllowedLosses {
        words = Set.copyOf(words);
    }

    boolean allow(String stream, Change change) {
        return change.verdict() == Verdict.LOSES && (words.contains(stream) || words.contains(wordFor(stream, change)));
    }

    /** The word that allows this change and nothing else. */
    static String wordFor(String stream, Change change) {
        return stream + "." + change.difference().field();
    }

    /** A word that is about none of these streams. The server lets no name hold a dot. */
    Optional<String> aboutNoneOf(Set<String> streams) {
        return words.stream()
                .filter(word -> !streams.contains(word.split("\\.", 2)[0]))
                .sorted()
                .findFirst();
    }
}
