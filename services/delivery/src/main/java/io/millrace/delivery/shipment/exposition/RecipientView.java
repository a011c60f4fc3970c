package io.millrace.delivery.shipment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.delivery.shipment.service.Addressee;
import io.swagger.v3.oas.annotations.media.Schema;

/** To whom and where a shipment goes. */
@Serdeable
@Schema(name = "Recipient")
record RecipientView(
        @Schema(
                description =
                        "KNOWN; EXPECTED while the customer is not there yet; ERASED when they asked to be forgotten",
                example = "KNOWN")
        State state,

        @Schema(description = "Only of one who is KNOWN", example = "Customer 17850") @Nullable
        String name,

        @Schema(description = "Only of one who is KNOWN") @Nullable
        AddressView address) {

    @Serdeable
    enum State {
        KNOWN,
        EXPECTED,
        ERASED
    }

    static RecipientView of(Addressee addressee) {
        return switch (addressee) {
            case Addressee.Known known -> new RecipientView(State.KNOWN, known.name(), AddressView.of(known.address()));
            case Addressee.Expected _ -> new RecipientView(State.EXPECTED, null, null);
            case Addressee.Erased _ -> new RecipientView(State.ERASED, null, null);
        };
    }
}
