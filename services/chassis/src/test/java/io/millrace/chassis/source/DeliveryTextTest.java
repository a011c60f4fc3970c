package io.millrace.chassis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AsyncAPI documents say about delivery is what consumers ask the server for. */
class DeliveryTextTest {

    @Test
    void saysWhatConsumersAskFor() throws IOException {
        ConsumerConfiguration asked =
                ConsumerDeclaration.of("ORDERS", "delivery-orders").bound("1-1", 0);

        Map<String, Object> text = text();

        assertThat(text.get("mode")).isEqualTo(asked.getDeliverSubject() == null ? "pull" : "push");
        assertThat(text.get("durable")).isEqualTo(asked.getDurable() != null);
        assertThat(AckPolicy.get((String) text.get("ackPolicy"))).isEqualTo(asked.getAckPolicy());
        assertThat(duration(text.get("ackWait"))).isEqualTo(asked.getAckWait());
        assertThat(((Number) text.get("maxAckPending")).longValue()).isEqualTo(asked.getMaxAckPending());
        assertThat(text.get("flowControl")).isEqualTo(asked.isFlowControl());
        assertThat(duration(text.get("idleHeartbeat"))).isEqualTo(asked.getIdleHeartbeat());
    }

    @Test
    void whereItIsDeliveredAndWhereItBeginsIsItsOwnersToSay() {
        ConsumerConfiguration asked =
                ConsumerDeclaration.of("COURIER", "someone-courier").bound("7-3", 41);

        assertThat(asked.getDurable()).isEqualTo("someone-courier");
        assertThat(asked.getDeliverSubject()).isEqualTo("deliver.someone-courier.7-3");
        assertThat(asked.getDeliverPolicy()).isEqualTo(DeliverPolicy.ByStartSequence);
        assertThat(asked.getStartSequence()).isEqualTo(42);
    }

    private static Duration duration(Object written) {
        return ConversionService.SHARED.convertRequired(written, Duration.class);
    }

    private static Map<String, Object> text() throws IOException {
        try (InputStream in =
                DeliveryTextTest.class.getClassLoader().getResourceAsStream("META-INF/millrace/delivery.json")) {
            return JsonMapper.createDefault().readValue(in, Argument.mapOf(String.class, Object.class));
        }
    }
}
