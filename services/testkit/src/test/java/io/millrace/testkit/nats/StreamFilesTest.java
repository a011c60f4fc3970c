package io.millrace.testkit.nats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"customers", "orders", "delivery", "inventory", "billing"})
    void sayWhatTheTemplateSays(String service) throws IOException {
        String stream = service.toUpperCase(Locale.ROOT);
        String template = read("streams/stream-template.json")
                .replace("${STREAM}", stream)
                .replace("${service}", service);
        assertThat(read("streams/" + stream + ".json")).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUSTOMERS/orders-customers",
                "CUSTOMERS/delivery-customers",
                "ORDERS/orders-orders",
                "ORDERS/delivery-orders",
                "ORDERS/inventory-orders",
                "ORDERS/billing-orders",
                "INVENTORY/orders-inventory",
                "BILLING/orders-billing",
                "BILLING/billing-billing",
                "DELIVERY/orders-delivery",
                "DELIVERY/inventory-delivery"
            })
    void consumersSayWhatTheirTemplateSays(String consumer) throws IOException {
        String template = read("consumers/consumer-template.json")
                .replace("${consumer}", consumer.substring(consumer.indexOf('/') + 1));
        assertThat(read("consumers/" + consumer + ".json")).isEqualTo(template);
    }

    static String read(String file) throws IOException {
        try (InputStream in = StreamFilesTest.class.getResourceAsStream("/nats-config/" + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
