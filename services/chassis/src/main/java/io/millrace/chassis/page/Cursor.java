package io.millrace.chassis.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.contracts.AggregateId;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a page ended: the last key of it, in a form that callers do not read. */
public final class Cursor {

    private static final String VERSION = "1:";

    private Cursor() {}

    /** The cursor of a page that ended with the key. */
    public static String after(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + lastKey).getBytes(UTF_8));
    }

    /**
     * The key to go on behind, or empty for the first page, in a list that is ordered by the ids of aggregates.
     *
     * @throws ProblemException 400 if the cursor is none that {@link #after} made of an id
     */
    public static Optional<String> lastKey(@Nullable String cursor) {
        return lastKey(cursor, AggregateId::isValid);
    }

    /**
     * The key to go on behind, or empty for the first page.
     *
     * @param isKey what the keys of the list look like
     * @throws ProblemException 400 if the cursor is none that {@link #after} made of such a key
     */
    public static Optional<String> lastKey(@Nullable String cursor, Predicate<String> isKey) {
        return Optional.ofNullable(cursor).map(given -> decode(given, isKey));
    }

    private static String decode(String cursor, Predicate<String> isKey) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (decoded.startsWith(VERSION)) {
                String key = decoded.substring(VERSION.length());
                if (isKey.test(key) && cursor.equals(after(key))) {
                    return key;
                }
            }
            throw refusal();
        } catch (IllegalArgumentException _) {
            throw refusal();
        }
    }

    private static ProblemException refusal() {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "There is no page behind this cursor.")
                .blaming("cursor", "must be the value of 'next' in the page before"));
    }
}
