package io.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void aSchemaOfTheEventsOwnTypeSaysTheVersion() {
        assertThat(of("urn:millrace:orders.order.placed:1.12").schemaVersion()).contains("1.12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example/schemas/order:1.0",
                "urn:millrace:orders.order.placed",
                "urn:millrace:orders.order.placed:",
                "urn:millrace:orders.order.placed:1",
                "urn:millrace:orders.order.placed:01.0",
                "urn:millrace:orders.order.placed:x:1.0",
                "urn:millrace:orders.order.placed:1.0 ",
                "urn:millrace:orders.order.cancelled:1.0",
                "urn:millrace:orders.order.placed_again:1.0",
                "1.0"
            })
    void anyOtherSchemaSaysNone(String dataSchema) {
        assertThat(of(dataSchema).schemaVersion()).isEmpty();
    }

    private static Envelope of(String dataSchema) {
        return new Envelope(
                "1",
                "/millrace/orders",
                "orders.order.placed",
                Instant.EPOCH,
                "o1",
                dataSchema,
                1,
                "1",
                "1",
                "unknown",
                Optional.empty(),
                Optional.empty());
    }
}
