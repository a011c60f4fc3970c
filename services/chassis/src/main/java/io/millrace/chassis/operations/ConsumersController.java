package io.millrace.chassis.operations;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.chassis.consumer.ConsumerDesk;
import io.millrace.chassis.consumer.ConsumerDesk.Reactions;
import io.millrace.chassis.consumer.ConsumerDesk.Reset;
import io.millrace.chassis.consumer.ConsumerReport;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;

/** Consumers for operators. */
@Tag(name = "consumers")
@Controller("/messaging/consumers")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsumersController {

    private final ConsumerDirectory directory;
    private final ConsumerDesk desk;
    private final Places places;

    ConsumersController(ConsumerDirectory directory, ConsumerDesk desk, Places places) {
        this.directory = directory;
        this.desk = desk;
        this.places = places;
    }

    @Get
    @Operation(summary = "List the consumers of this service")
    List<ConsumerView> list() {
        return directory.all();
    }

    @Get("/{name}")
    @Operation(summary = "Get a consumer")
    HttpResponse<?> get(String name) {
        return with(name, consumer -> HttpResponse.ok(directory.view(consumer)));
    }

    @Post("/{name}/pause")
    @Operation(summary = "Pause a consumer", description = "Events wait in the stream until it is resumed.")
    HttpResponse<?> pause(String name) {
        return with(name, consumer -> {
            desk.pause(consumer);
            return get(name);
        });
    }

    @Post("/{name}/resume")
    @Operation(summary = "Resume a consumer that was paused")
    HttpResponse<?> resume(String name) {
        return with(name, consumer -> {
            desk.resume(consumer);
            return get(name);
        });
    }

    @Post("/{name}/rebuild")
    @Operation(
            summary = "Rebuild the tables of a consumer's projections",
            description =
                    "Copies are filled from the first event on while the tables serve, and then take their place.")
    HttpResponse<?> rebuild(String name) {
        return with(name, consumer -> {
            if (consumer.tables().isEmpty()) {
                return refusal("No handler of " + name + " names tables that can be rebuilt.");
            }
            if (consumer.owner().isEmpty() && consumer.position() == 0) {
                return refusal(name + " has not handled anything yet: there is nothing to rebuild.");
            }
            return desk.rebuild(consumer, Cause.current().actor())
                    ? HttpResponse.accepted()
                            .body(directory.view(directory.find(name).orElseThrow()))
                    : refusal("A rebuild of " + name + " is going on already.");
        });
    }

    @Delete("/{name}/rebuild")
    @Operation(summary = "Give a rebuild up", description = "The tables that serve stay as they are.")
    HttpResponse<?> cancelRebuild(String name) {
        return with(
                name,
                consumer ->
                        desk.cancelRebuild(consumer) ? get(name) : refusal("No rebuild of " + name + " is going on."));
    }

    @Post("/{name}/reset")
    @Operation(
            summary = "Have a consumer go on elsewhere in its stream",
            description = "The answer to a stream that was damaged. Events may be passed over or handled again.")
    HttpResponse<?> reset(String name, @Valid @Body ResetBody body) {
        return with(name, consumer -> {
            if (!body.confirm().equals(name)) {
                return Problem.of(HttpStatus.BAD_REQUEST, "A reset passes over events or handles them again.")
                        .blaming("confirm", "must be '" + name + "' to say that this is meant")
                        .toResponse();
            }
            Reactions reactions = body.reactions() == null ? Reactions.UNDECIDED : body.reactions();
            long position = places.find(consumer.stream(), body.to());
            return switch (desk.reset(consumer, position, places.find(consumer.stream(), "end"), reactions)) {
                case Reset.Done _ -> get(name);
                case Reset.ParkedInTheWay parked ->
                    refusal(parked.count()
                            + " parked events stand behind that position: redrive or discard them first.");
                case Reset.ReactionsUndecided at ->
                    Problem.of(HttpStatus.BAD_REQUEST, name + " would go back from position " + at.position() + ".")
                            .blaming("reactions", "must be SKIP or AGAIN")
                            .toResponse();
            };
        });
    }

    private HttpResponse<?> with(String name, Function<ConsumerReport, HttpResponse<?>> action) {
        return directory
                .find(name)
                .<HttpResponse<?>>map(action)
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no consumer " + name + " here.")
                        .toResponse());
    }

    private static HttpResponse<?> refusal(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail).toResponse();
    }
}
