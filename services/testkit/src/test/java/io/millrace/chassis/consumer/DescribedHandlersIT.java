package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.ChassisFixture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribedHandlersIT {

    private static final String DESCRIBED = """
        {"service": "%1$s", "emits": [], "consumers": [{"durable": "%1$s-things", "stream": "THINGS", "handles": [
          {"type": "tests.thing.happened", "version": "1.0"}]}]}
        """;

    private final ChassisFixture fixture = new ChassisFixture();
    private final ApplicationContext listening = fixture.instance("one", Map.of("tests.from", "things"));

    @AfterEach
    void close() {
        listening.close();
        fixture.close();
    }

    @Test
    void whatTheBuildDidNotSeeIsNamed() throws IOException {
        assertThat(missing(DESCRIBED.formatted(fixture.service())))
                .containsExactly(
                        "Things.ended of consumer " + fixture.service() + "-things takes tests.thing.ended 1.0");
    }

    @Test
    void whatIsNotDescribedAtAllIsNotCompared() throws IOException {
        assertThat(missing(DESCRIBED.formatted("another"))).isEmpty();
        assertThat(missing("[]")).isEmpty();
        assertThat(listening.getBean(DescriptionCheck.class).missing()).isEmpty();
    }

    private List<String> missing(String described) throws IOException {
        return DescribedHandlers.missing(
                fixture.service(),
                listening.getBean(HandlerBeans.class).all(),
                List.of(listening.getBean(ObjectMapper.class).readValue(described, Argument.of(JsonNode.class))));
    }
}
