package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Value;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.OtherServices;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MillraceTest(service = "courier")
class MillraceTestIT {

    @Inject
    Events events;

    @Inject
    OtherServices others;

    @Value("${micronaut.application.name}")
    String service;

    @Value("${datasources.default.url}")
    String jdbcUrl;

    @Value("${nats.default.addresses}")
    String natsUrl;

    @Test
    void givesTheServiceItsNameAndServers() {
        assertThat(service).isEqualTo("courier");
        assertThat(natsUrl).isEqualTo(MillraceServers.nats().url());
    }

    @Test
    void givesTheClassADatabaseOfItsOwn() {
        assertThat(jdbcUrl).startsWith(MillraceServers.postgres().jdbcUrl("millracetestit_"));
    }

    @Test
    void injectsBothSidesOfTheWire() {
        others.emit("tests.thing.ended", "o-1", "{\"thing\":\"o-1\"}");
        assertThat(events.expect("tests.thing.ended").await().position()).isOne();
    }
}
