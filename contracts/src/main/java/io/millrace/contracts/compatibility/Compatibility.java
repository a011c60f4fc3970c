package io.millrace.contracts.compatibility;

import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.Version;
import java.util.List;

/**
 * Compares two minor versions of a contract.
 *
 * <p>A minor version may add optional fields, at any depth, and change what only people read: {@code title},
 * {@code description}, {@code examples}, {@code deprecated} and {@code $comment}. That is all, because two sides must
 * hold at once, and neither knows of the other:
 *
 * <ul>
 *   <li><b>backward</b>: events of the older version, which are stored for ever, must fit the newer schema. So nothing
 *       may become narrower: no field required, no limit tighter, no value of an enum fewer;
 *   <li><b>forward</b>: readers that were built with the older version must understand events of the newer one. So
 *       nothing may become wider either: somebody has a column of {@code maxLength}, a {@code switch} over the enum, and
 *       a constructor that a required field goes into. The only thing all readers agreed to is to pass over fields they
 *       do not know.
 * </ul>
 *
 * <p>So a limit that changes in either direction is a new major version. What this cannot judge, because it would need to
 * know which bodies fit two logical expressions ({@code oneOf}, {@code not}, {@code if} …), it refuses as soon as it
 * differs. It never guesses: a refusal may be too strict, an agreement is never wrong for schemas whose objects are
 * closed.
 *
 * <p>References within the schema are followed, so moving a part to {@code $defs} is no change.
 */
public final class Compatibility {

    private Compatibility() {}

    /** What the newer one may not change, given that the next major version is the one behind theirs. */
    public static List<Incompatibility> compare(Contract older, Contract newer) {
        return compare(older, newer, new Version(older.version().major() + 1, 0));
    }

    /**
     * What the newer one may not change.
     *
     * @param due the next major version that is free
     * @throws IllegalArgumentException if they are not an older and a newer minor version of the same major one
     */
    public static List<Incompatibility> compare(Contract older, Contract newer, Version due) {
        if (!older.type().equals(newer.type())
                || older.version().major() != newer.version().major()
                || older.version().minor() >= newer.version().minor()) {
            throw new IllegalArgumentException(
                    older.label() + " and " + newer.label() + " are not an older and a newer minor version");
        }
        return new SchemaComparison(older.schema(), newer.schema())
                .changes().stream()
                        .map(change ->
                                new Incompatibility(newer.type(), newer.version(), change.field(), change.what(), due))
                        .toList();
    }
}
