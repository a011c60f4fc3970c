package io.millrace.delivery.shipment.exposition;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.delivery.shipment.service.Handover;
import io.millrace.delivery.shipment.service.ShipmentStatus;

/** What the business says, in HTTP. */
final class Answers {

    private Answers() {}

    static HttpResponse<?> of(Handover handover) {
        return switch (handover) {
            case Handover.Done done -> HttpResponse.ok(ShipmentView.of(done.shipment()));
            case Handover.Unknown _ -> unknown();
            case Handover.OutOfOrder refusal -> conflict(reason(refusal.status()));
            case Handover.NobodyToSendTo _ ->
                conflict("The customer of this shipment was erased: there is no address to send it to.");
        };
    }

    static HttpResponse<Problem> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no shipment with this id.")
                .toResponse();
    }

    private static String reason(ShipmentStatus status) {
        return switch (status) {
            case WAITING -> "The shipment is WAITING: its customer is not known here yet.";
            case PREPARED -> "The shipment is PREPARED: it has not been dispatched.";
            case DISPATCHED -> "The shipment is DISPATCHED.";
            case DELIVERED -> "The shipment is DELIVERED.";
            case RETURNED -> "The shipment is RETURNED: it came back.";
            case CANCELLED -> "The shipment is CANCELLED: its order is not wanted any more.";
        };
    }

    private static HttpResponse<Problem> conflict(String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail).toResponse();
    }
}
