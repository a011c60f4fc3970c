package io.millrace.billing.payment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.billing.payment.service.Seen;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a person saw at the provider. */
@Serdeable
@Schema(name = "PaymentResolution")
record ResolutionBody(
        @Schema(description = "Whether the money was taken, or given back", example = "NOT_TAKEN") @Nullable @NotNull
        What seen,

        @Schema(description = "What the provider calls the charge or the refund. With NOT_TAKEN there is none")
        @Nullable
        @Size(min = 1, max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String reference,

        @Schema(description = "Who saw it, and why it is settled by hand", example = "Ticket 4711: the key was revoked")
        @Nullable
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String note) {

    /** What can be seen. */
    enum What {
        TAKEN,
        NOT_TAKEN,
        GIVEN_BACK
    }

    /** @throws ProblemException the reference is missing, or is there with nothing to refer to */
    Seen toSeen() {
        if ((seen == What.NOT_TAKEN) != (reference == null)) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The request is not valid.")
                    .blaming("reference", "must be there with TAKEN and GIVEN_BACK, and only then"));
        }
        return switch (seen) {
            case TAKEN -> new Seen.Taken(reference, note);
            case NOT_TAKEN -> new Seen.NotTaken(note);
            case GIVEN_BACK -> new Seen.GivenBack(reference, note);
        };
    }
}
