package io.millrace.cli.streams;

import io.millrace.cli.streams.field.KnownFields;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    /** A word that is about none of these streams. */
    Optional<String> aboutNoneOf(Set<String> streams) {
        return firstWord(word -> !streams.contains(word.stream()));
    }

    /** A word for a field that no stream has. One that does not differ is no mistake. */
    Optional<String> aboutNoField(Set<String> differing) {
        return firstWord(word -> word.field()
                .filter(field -> !KnownFields.isOfStreams(field) && !differing.contains(field))
                .isPresent());
    }

    /** The server lets no stream's name hold a dot. */
    private record Word(String stream, Optional<String> field) {

        static Word of(String text) {
            String[] parts = text.split("\\.", 2);
            return new Word(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        }
    }

    private Optional<String> firstWord(Predicate<Word> wrong) {
        return words.stream().filter(text -> wrong.test(Word.of(text))).sorted().findFirst();
    }
}
