package io.millrace.chassis.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.relay.Republication;
import io.millrace.chassis.relay.Republished;
import io.swagger.v3.oas.annotations.Hidden;

/** What an operator does with the outbox. */
@Hidden
@Controller("/messaging/outbox")
@ExecuteOn(TaskExecutors.BLOCKING)
class OutboxController {

    private final Republication republication;

    OutboxController(Republication republication) {
        this.republication = republication;
    }

    /** Publishes again what the broker has lost. */
    @Post("/republish")
    HttpResponse<?> republish(@Body RepublishBody body) throws InterruptedException {
        return switch (republication.republish(body.range(), body.isDryRun())) {
            case Republished.PutBack result -> HttpResponse.ok(RepublishView.of(result));
            case Republished.NotLeading() ->
                conflict("Another instance of this service leads its relay: ask that one."
                        + " GET /messaging says which (outbox.leader).");
            case Republished.NothingKept() -> conflict("Nothing that was sent is kept: millrace.outbox.keep is zero.");
            case Republished.AnotherStream(var known) ->
                conflict(
                        "The stream holds another event at %d than %s, which was stored there: it is no earlier state of"
                                        .formatted(known.sequence(), known.eventId())
                                + " the stream that was published to.");
            case Republished.KeptInPart(var missing, var first) ->
                conflict(
                        "%d events that the stream lacks are not kept any more; the first that is kept was stored at %d."
                                        .formatted(missing, first.sequence())
                                + " To go on without those, name a time with since.");
            case Republished.UnknownEvent _ ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "The range begins with an event that is not known.")
                        .blaming("afterEvent", "was not sent by this service, or is not kept any more")
                        .toResponse();
            case Republished.BrokerAway(var reason) ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "NATS cannot be asked what the stream holds: " + reason)
                        .toResponse();
        };
    }

    private static HttpResponse<?> conflict(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail).toResponse();
    }
}
