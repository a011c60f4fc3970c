package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** The dead letters of this service, for the command line and for scripts. */
@Hidden
@Controller("/messaging/dead-letters")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeadLetterController {

    private final Letters letters;
    private final LetterActions actions;
    private final DeadLetterDesk desk;

    DeadLetterController(Letters letters, LetterActions actions, DeadLetterDesk desk) {
        this.letters = letters;
        this.actions = actions;
        this.desk = desk;
    }

    @Get
    Page<DeadLetter> list(
            @QueryValue
                    @Nullable
                    @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
                    String consumer,
            @QueryValue
                    @Nullable
                    @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
                    String type,
            @QueryValue
                    @Nullable
                    @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
                    String aggregate,
            @QueryValue @Nullable String since,
            @QueryValue
                    @Nullable
                    @Pattern(regexp = LetterFilter.NOT_BLANK, message = LetterFilter.BLANK)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
                    String error,
            @QueryValue(defaultValue = "DEAD") @Nullable ParkedState state,
            @QueryValue(defaultValue = Page.DEFAULT_LIMIT) @Nullable @Min(1) @Max(Page.MAX_LIMIT) Integer limit,
            @QueryValue @Nullable String cursor) {
        LetterFilter filter = new LetterFilter(consumer, type, aggregate, Since.read(since), error, null);
        return Page.of(
                letters.list(filter, state, LetterKey.behind(cursor), limit + 1),
                limit,
                letter -> letter.key().text());
    }

    @Get("/{consumer}/{position}")
    HttpResponse<?> show(
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON) String consumer, @Min(1) long position) {
        return letters.find(new LetterKey(consumer, position))
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "Nothing is parked there: it was handled or discarded, or never failed.")
                        .toResponse());
    }

    @Post("/redrive")
    ChangeAnswer redrive(@Body @Valid RedriveBody body) {
        return desk.redrive(body);
    }

    @Post("/discard")
    ChangeAnswer discard(@Body @Valid DiscardBody body) {
        return desk.discard(body);
    }

    @Get("/actions")
    Page<LetterAction> actions(
            @QueryValue(defaultValue = Page.DEFAULT_LIMIT) @Nullable @Min(1) @Max(Page.MAX_LIMIT) Integer limit,
            @QueryValue @Nullable String cursor) {
        long before = Cursor.lastKey(cursor, key -> key.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return Page.of(actions.before(before, limit + 1), limit, action -> Long.toString(action.id()));
    }
}
