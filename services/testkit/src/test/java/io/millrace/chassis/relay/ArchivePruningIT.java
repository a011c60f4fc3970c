package io.millrace.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.SentTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivePruningIT {

    private final ChassisFixture fixture = new ChassisFixture(Map.of("millrace.outbox.keep", "1ms"));
    private final Relay relay = fixture.bean(Relay.class);
    private final SentTable sent = fixture.bean(SentTable.class);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theLeaderForgetsAllButTheNewest() {
        fixture.emit(RelayGuarantees.happened("a", 1), RelayGuarantees.happened("a", 2));
        fixture.drain();

        assertThat(pruning().runOnce()).isGreaterThan(Duration.ofSeconds(1));

        assertThat(sent.countBehind(0)).isEqualTo(1);
    }

    @Test
    void aStandbyForgetsNothing() {
        fixture.emit(RelayGuarantees.happened("a", 1), RelayGuarantees.happened("a", 2));
        fixture.drain();
        try (var standby = fixture.instance("standby")) {
            new ArchivePruning(
                            standby.getBean(Relay.class),
                            standby.getBean(SentTable.class),
                            standby.getBean(OutboxConfiguration.class))
                    .runOnce();
        }

        assertThat(relay.state().leader()).isTrue();
        assertThat(sent.countBehind(0)).isEqualTo(2);
    }

    private ArchivePruning pruning() {
        return new ArchivePruning(relay, sent, fixture.bean(OutboxConfiguration.class));
    }
}
