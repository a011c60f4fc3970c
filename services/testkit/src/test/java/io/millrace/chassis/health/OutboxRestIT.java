package io.millrace.chassis.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.relay.Relay;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRestIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private final ApplicationContext service = fixture.instance("first", Map.of("micronaut.server.port", -1));
    private final Rest rest = service.getBean(Rest.class);

    @BeforeEach
    void publish() {
        service.getBean(EmbeddedServer.class).start();
        fixture.emit(Emission.of("a", 1, new ThingHappened("a", 1)));
        fixture.drain(service);
    }

    @AfterEach
    void close() {
        service.close();
        fixture.close();
    }

    @Test
    void tellsHowTheRelayPublishes() {
        assertThat(outbox().get("mode").getStringValue()).isIn("linked", "atomic");
        assertThat(outbox().get("leader").getBooleanValue()).isTrue();
    }

    @Test
    void saysWhatTheStreamHasLost() {
        Answer answer = republish("{\"dryRun\":true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("dryRun").getBooleanValue()).isTrue();
        assertThat(answer.body().get("count").getIntValue()).isZero();
        assertThat(answer.body().get("streamEndsAt").getIntValue()).isEqualTo(1);
    }

    @Test
    void refusesABeginningThatIsNoTime() {
        Answer answer = republish("{\"since\":\"yesterday\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.blame()).startsWith("since must be a time");
    }

    @Test
    void refusesTwoBeginnings() {
        Answer answer = republish("{\"since\":\"2026-05-01T09:30:00Z\",\"afterEvent\":\"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.blame()).startsWith("afterEvent cannot be given together");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(republish("{\"dryrun\":true}").status()).isEqualTo(400);
        assertThat(republish("{\"dryRun\":\"perhaps\"}").status()).isEqualTo(400);
        assertThat(republish("").status()).isEqualTo(400);
        assertThat(republish("[").status()).isEqualTo(400);
    }

    @Test
    void sendsAStandbysCallersToTheLeader() {
        try (ApplicationContext standby = fixture.instance("standby", Map.of("micronaut.server.port", -1))) {
            standby.getBean(EmbeddedServer.class).start();
            NatsLink nats = standby.getBean(NatsLink.class);
            Awaitility.await().until(() -> nats.connection().isPresent());

            Answer answer = standby.getBean(Rest.class).post("/messaging/outbox/republish", "{}");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().get("detail").getStringValue()).contains("Another instance");
        }
    }

    private Answer republish(String body) {
        return rest.post("/messaging/outbox/republish", body);
    }

    private JsonNode outbox() {
        assertThat(service.getBean(Relay.class).state().leader()).isTrue();
        return rest.get("/messaging").body().get("outbox");
    }
}
