package io.millrace.chassis.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.contracts.AggregateId;
import java.util.Base64;
import java.util.Optional;

/** Where a page ended: the last key of it, an aggregate's id, in a form that callers do not read. */
public final class Cursor {

    private static final String VERSION = "1:";

    private Cursor() {}

    /** The cursor of a page that ended with the key. */
    public static String after(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + lastKey).getBytes(UTF_8));
    }

    /**
     * The key to go on behind, or empty for the first page.
     *
     * @throws ProblemException 400 if the cursor is none that {@link #after} made of an id
     */
    public static Optional<String> lastKey(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }

    private static String decode(String cursor) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (decoded.startsWith(VERSION) && isCursorOf(decoded.substring(VERSION.length()), cursor)) {
                return decoded.substring(VERSION.length());
            }
            throw refusal();
        } catch (IllegalArgumentException _) {
            throw refusal();
        }
    }

    private static boolean isCursorOf(String key, String cursor) {
        return AggregateId.isValid(key) && cursor.equals(after(key));
    }

    private static ProblemException refusal() {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "There is no page behind this cursor.")
                .blaming("cursor", "must be the value of 'next' in the page before"));
    }
}
