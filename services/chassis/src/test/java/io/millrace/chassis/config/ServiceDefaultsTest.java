package io.millrace.chassis.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceDefaultsTest {

    private final PropertySource defaults = ServiceDefaults.read();

    @Test
    void areThese() {
        Map<String, Object> all = new HashMap<>();
        defaults.forEach(name -> all.put(name, defaults.get(name)));

        assertThat(all)
                .containsEntry("micronaut.server.thread-selection", "BLOCKING")
                .containsEntry("micronaut.server.max-request-size", "1MB")
                .containsEntry("micronaut.serde.deserialization.ignore-unknown", false)
                .containsEntry("endpoints.health.nats.enabled", false)
                .containsEntry("endpoints.health.details-visible", "ANONYMOUS")
                .containsEntry("datasources.default.maximum-pool-size", 10)
                .containsEntry("datasources.default.connection-timeout", 3000)
                .containsEntry("flyway.datasources.default.enabled", true);
    }

    @Test
    void speakToTheDriverInStrings() {
        Map<String, Object> driver = new HashMap<>();
        defaults.forEach(name -> {
            if (name.startsWith("datasources.default.data-source-properties.")) {
                driver.put(name, defaults.get(name));
            }
        });

        assertThat(driver).isNotEmpty();
        assertThat(driver.values()).allMatch(String.class::isInstance);
    }

    @Test
    void standBehindWhateverAServiceConfigures() {
        assertThat(defaults.getOrder()).isLessThan(-1000);
    }
}
