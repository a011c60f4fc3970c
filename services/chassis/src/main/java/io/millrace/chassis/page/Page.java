package io.millrace.chassis.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * Some items of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the next page, or null on the last one
 */
@Serdeable
public record Page<T>(
        List<T> items,

        @Schema(description = "The cursor of the next page. Absent on the last one.") @Nullable
        String next) {

    /** How many items a page has when the caller does not say. */
    public static final String DEFAULT_LIMIT = "50";

    /** How many items a page has at most. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from what was found.
     *
     * @param found up to {@code limit + 1} items: one more than fits tells that there is a next page
     * @param key what the list is ordered by
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Cursor.after(key.apply(items.getLast())));
    }

    /** The same page, with its items shown differently. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
