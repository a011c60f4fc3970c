package io.millrace.chassis.saga;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A saga with all that happened to it.
 *
 * @param state what it knows, as JSON text
 */
@Serdeable
@Schema(name = "WholeSaga")
record WholeSaga(SagaView saga, String state, List<SagaStepView> steps) {

    WholeSaga {
        steps = List.copyOf(steps);
    }
}
