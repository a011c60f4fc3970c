package io.millrace.cli.prove.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoisonShapeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 900 * 1024;

    @Test
    void whatWaitsBehindPoisonNamesItsAggregate() throws Exception {
        for (PoisonShape shape : PoisonShape.values()) {
            String field = shape == PoisonShape.SHIPMENT ? "shipmentId" : shape.idField();

            assertThat(JSON.readTree(shape.goOn("poison-1", "waits"))
                            .path(field)
                            .asText())
                    .isEqualTo("poison-1");
        }
    }

    @Test
    void onlySomePoisonIsNoJson() throws Exception {
        for (PoisonShape shape : PoisonShape.values()) {
            for (Poison poison : Poison.values()) {
                String body = poison.body(shape, "poison-1", 0);
                if (poison == Poison.NO_JSON || poison == Poison.LARGE) {
                    assertThatThrownBy(() -> JSON.readTree(body)).isInstanceOf(JsonProcessingException.class);
                } else {
                    assertThat(JSON.readTree(body).isObject()).isTrue();
                }
            }
        }
    }

    @Test
    void noBodyIsLargerThanTheOutboxTakes() {
        for (PoisonShape shape : PoisonShape.values()) {
            assertThat(PoisonEvent.all(Poison.LARGE, shape, "poison-12345678-customer-1"))
                    .allMatch(event -> event.body().length <= MOST);
        }
    }

    @Test
    void eachServiceThatReadsAnythingMeetsPoison() {
        assertThat(Stream.of(PoisonShape.values())
                        .flatMap(shape -> shape.readers().stream())
                        .map(consumer -> consumer.substring(0, consumer.indexOf('-')))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("orders", "delivery", "inventory", "billing");
    }
}
