package io.millrace.contracts;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.millrace.contracts.customers.CustomerEvent;
import io.millrace.contracts.delivery.ShipmentEvent;
import io.millrace.contracts.orders.OrderEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(Include.NON_NULL);

    static Stream<Class<?>> events() {
        return Stream.of(CustomerEvent.class, OrderEvent.class, ShipmentEvent.class)
                .map(Class::getPermittedSubclasses)
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaIsValidAndItsIdIsTheDataSchemaOfTheEvent(Class<?> event) throws IOException {
        JsonNode schema = read(event, "schema");
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(schema)).isEmpty();
        assertThat(schema.path("$id").asText()).isEqualTo(type(event).dataSchema());
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaHasTheFieldsOfTheRecordAndNoOthers(Class<?> event) throws IOException {
        TreeSet<String> fields = new TreeSet<>();
        read(event, "schema").path("properties").fieldNames().forEachRemaining(fields::add);

        assertThat(fields)
                .isEqualTo(Arrays.stream(event.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleFitsTheSchemaAndTheRecord(Class<?> event) throws IOException {
        JsonNode sample = read(event, "sample");

        assertThat(schema(event).validate(sample)).isEmpty();
        assertThat(JSON.<JsonNode>valueToTree(JSON.treeToValue(sample, event))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aProducerMayNotAddAField(Class<?> event) throws IOException {
        JsonNode more = ((ObjectNode) read(event, "sample")).put("surprise", 1);

        assertThat(schema(event).validate(more)).isNotEmpty();
    }

    private static JsonSchema schema(Class<?> event) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(read(event, "schema"));
    }

    private static JsonNode read(Class<?> event, String kind) throws IOException {
        EventType type = type(event);
        String resource = "/contracts/" + type.name() + "/" + type.version() + "." + kind + ".json";
        try (InputStream in = SchemasTest.class.getResourceAsStream(resource)) {
            assertThat(in).as("resource " + resource).isNotNull();
            return JSON.readTree(in);
        }
    }

    private static EventType type(Class<?> event) {
        EventContract contract = event.getAnnotation(EventContract.class);
        return EventType.of(contract.value(), contract.version());
    }
}
