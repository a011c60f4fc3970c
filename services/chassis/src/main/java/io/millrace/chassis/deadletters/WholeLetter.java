package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * Everything about a parked event.
 *
 * @param headers of the message as it came; the values of one that came several times stand behind each other with commas
 * @param body as text, or in base64 where it is no UTF-8
 * @param base64 whether it is
 * @param stack of the last failure, or null if it has not failed itself
 * @param actions what was done about it, the last one first, up to 100
 */
@Serdeable
record WholeLetter(
        DeadLetter letter,
        Map<String, String> headers,
        String body,
        boolean base64,
        @Nullable String stack,
        List<LetterAction> actions) {}
