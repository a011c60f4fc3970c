package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.chassis.business.saga.Phase;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Sagas for operators. */
@Tag(name = "sagas")
@Controller("/messaging/sagas")
@ExecuteOn(TaskExecutors.BLOCKING)
class SagaController {

    /** No id holds it. */
    private static final String BETWEEN = "/";

    private final SagaReports reports;

    SagaController(SagaReports reports) {
        this.reports = reports;
    }

    @Get
    @Operation(summary = "List the sagas of this service", description = "Ordered by id and type.")
    Page<SagaView> list(
            @QueryValue @Nullable Phase phase,
            @QueryValue(defaultValue = "false") boolean stuck,
            @QueryValue(defaultValue = Page.DEFAULT_LIMIT) @Nullable @Min(1) @Max(Page.MAX_LIMIT) Integer limit,
            @QueryValue @Nullable String cursor) {
        String after = Cursor.lastKey(cursor, key -> key.indexOf(BETWEEN) > 0).orElse(BETWEEN);
        String[] key = after.split(BETWEEN, 2);
        return Page.of(
                reports.list(phase, stuck, key[0], key[1], limit + 1),
                limit,
                saga -> saga.id() + BETWEEN + saga.type());
    }

    @Get("/{id}")
    @Operation(summary = "Get a saga with all that happened to it")
    HttpResponse<?> get(
            @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "Which of those with this id, where a service has several plans")
                    @QueryValue
                    @Nullable
                    String type) {
        return reports.find(id, type)
                .<HttpResponse<?>>map(HttpResponse::ok)
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no saga with this id.")
                        .toResponse());
    }
}
