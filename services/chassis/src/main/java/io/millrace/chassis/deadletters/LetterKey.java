package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.page.Cursor;
import java.util.regex.Pattern;

/**
 * Which parked event: lists are ordered by this.
 *
 * @param consumer the durable's name
 * @param position the event's sequence in the stream
 */
record LetterKey(String consumer, long position) {

    private static final Pattern TEXT = Pattern.compile("[^:\\p{Cntrl}]{1,200}:[0-9]{1,18}");
    private static final LetterKey BEFORE_ALL = new LetterKey("", 0);

    /** The key that a page ended with; one before all others for the first page. */
    static LetterKey behind(@Nullable String cursor) {
        return Cursor.lastKey(cursor, key -> TEXT.matcher(key).matches())
                .map(LetterKey::parse)
                .orElse(BEFORE_ALL);
    }

    /** As {@link #behind} reads it. */
    String text() {
        return consumer + ":" + position;
    }

    private static LetterKey parse(String text) {
        int colon = text.indexOf(':');
        return new LetterKey(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }
}
