package io.millrace.chassis.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.nats.client.Connection;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class NatsLinkIT {

    /** Refused twice while it reconnects, the client closes its connection for ever. */
    @Test
    void aConnectionThatTheClientGaveUpIsMadeAnew() throws Exception {
        try (ChassisFixture fixture = new ChassisFixture();
                RefusingServer server = new RefusingServer();
                ApplicationContext instance =
                        fixture.instance("other", Map.of("nats.default.addresses", server.url()))) {
            NatsLink link = instance.getBean(NatsLink.class);
            Awaitility.await().until(() -> link.connection().isPresent());
            Connection given = link.connection().orElseThrow();

            server.throwOut(4);
            Awaitility.await().until(() -> given.getStatus() == Connection.Status.CLOSED);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> link.connection().isPresent());
            assertThat(server.refusalsLeft()).isZero();
            assertThat(link.connection().orElseThrow()).isNotSameAs(given);
        }
    }
}
