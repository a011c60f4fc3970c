package io.millrace.chassis.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.relay.Adopted;
import io.millrace.chassis.relay.Adoption;
import io.millrace.chassis.relay.Republication;
import io.millrace.chassis.relay.Republished;
import io.swagger.v3.oas.annotations.Hidden;

/** What an operator does with the outbox. */
@Hidden
@Controller("/messaging/outbox")
@ExecuteOn(TaskExecutors.BLOCKING)
class OutboxController {

    private static final String ASK_THE_LEADER = "Another instance of this service leads its relay: ask that one."
            + " GET /messaging says which (outbox.leader).";
    private static final String NOTHING_KEPT = "Nothing that was sent is kept: millrace.outbox.keep is zero.";

    private final Republication republication;
    private final Adoption adoption;

    OutboxController(Republication republication, Adoption adoption) {
        this.republication = republication;
        this.adoption = adoption;
    }

    /** Publishes again what the broker has lost. */
    @Post("/republish")
    HttpResponse<?> republish(@Body RepublishBody body) throws InterruptedException {
        return switch (republication.republish(body.range(), body.isDryRun())) {
            case Republished.PutBack result -> HttpResponse.ok(RepublishView.of(result));
            case Republished.NotLeading() -> conflict(ASK_THE_LEADER);
            case Republished.NothingKept() -> conflict(NOTHING_KEPT);
            case Republished.AnotherStream(var known) ->
                conflict(
                        "The stream holds another event at %d than %s, which was stored there: it is no earlier state of"
                                        .formatted(known.sequence(), known.eventId())
                                + " the stream that was published to.");
            case Republished.KeptInPart(var missing, var firstAt) ->
                conflict("%d that the stream lacks are not kept any more, the first of them at %d."
                                .formatted(missing, firstAt)
                        + " To go on without those, name with since a time before all that shall come back.");
            case Republished.UnknownEvent _ ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "The range begins with an event that is not known.")
                        .blaming("afterEvent", "was not sent by this service, or is not kept any more")
                        .toResponse();
            case Republished.BrokerAway(var reason) -> brokerAway(reason);
        };
    }

    /** Goes on with a database that is older than its stream. */
    @Post("/adopt")
    HttpResponse<?> adopt(@Body AdoptBody body) throws InterruptedException {
        return switch (adoption.adopt(body.isDryRun())) {
            case Adopted.TakenOver(
                    var dryRun,
                    var knownUpTo,
                    var streamEndsAt,
                    var unknown,
                    var foreign,
                    var dropped) ->
                HttpResponse.ok(new AdoptView(dryRun, knownUpTo, streamEndsAt, unknown, foreign, dropped));
            case Adopted.NothingUnknown(var end) -> HttpResponse.ok(new AdoptView(body.isDryRun(), end, end, 0, 0, 0));
            case Adopted.StreamIsBehind(var known, var end) ->
                conflict("It is the stream that lacks events: it ends at %d, and events up to %d were sent."
                                .formatted(end, known)
                        + " Publish them again instead.");
            case Adopted.NotLeading() -> conflict(ASK_THE_LEADER);
            case Adopted.NothingKept() -> conflict(NOTHING_KEPT);
            case Adopted.BrokerAway(var reason) -> brokerAway(reason);
        };
    }

    private static HttpResponse<?> brokerAway(String reason) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "NATS cannot be asked what the stream holds: " + reason)
                .toResponse();
    }

    private static HttpResponse<?> conflict(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail).toResponse();
    }
}
