package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Which dead letters to throw away.
 *
 * @param positions only together with a consumer
 * @param limit how many at most, by consumer and position
 * @param all must be true where nothing else says which
 * @param dryRun whether to count them and leave them as they are
 * @param reason recorded with each
 */
@Serdeable
record DiscardBody(
        @Nullable
        @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String consumer,

        @Nullable
        @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String type,

        @Nullable
        @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String aggregate,

        @Nullable String since,

        @Nullable
        @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String error,

        @Nullable @Size(min = 1, max = 10_000) List<@NotNull @Min(1) Long> positions,

        @Nullable @Min(1) @Max(ChangeLimit.MOST) Integer limit,

        @Nullable Boolean all,

        @Nullable Boolean dryRun,

        @Nullable
        @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
        @Size(max = 1000)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String reason) {

    LetterFilter filter() {
        return new LetterFilter(consumer, type, aggregate, Since.read(since), error, positions);
    }
}
