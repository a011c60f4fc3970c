package io.millrace.chassis.relay;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How the relay publishes.
 *
 * @param batchSize events that one acknowledgement speaks for
 * @param poll how often the outbox is looked at when nobody says that something was committed
 * @param ackTimeout for so long an acknowledgement may stay away while the stream does not move; then it is a doubt
 * @param lookEvery how often a relay that has nothing to publish looks whether its stream still ends where it did
 * @param mode {@code auto}: atomic batches where server and stream allow them and they pay or the stream has replicas, linked messages elsewhere;
 *     {@code linked} or {@code atomic}: that and nothing else
 * @param atomicFrom the first server version with which {@code auto} takes atomic batches for a stream without replicas
 */
@ConfigurationProperties("millrace.relay")
public record RelayConfiguration(
        @Bindable(defaultValue = "1000") int batchSize,
        @Bindable(defaultValue = "500ms") Duration poll,
        @Bindable(defaultValue = "5s") Duration ackTimeout,
        @Bindable(defaultValue = "10s") Duration lookEvery,
        @Bindable(defaultValue = "auto") String mode,
        @Bindable(defaultValue = "2.15.0") String atomicFrom) {

    /** At most this many batches are sent and not yet deleted from the outbox: two in flight, and one acknowledged. */
    static final int BATCHES_NOT_DELETED = 3;

    /** How events are brought into the stream. */
    enum Mode {
        AUTO,
        LINKED,
        ATOMIC;

        private static Mode of(String name) {
            return Stream.of(values())
                    .filter(mode -> mode.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "millrace.relay.mode must be auto, linked or atomic, but is " + name));
        }
    }

    public RelayConfiguration {
        if (batchSize < 1 || batchSize > 5_000) {
            throw new IllegalArgumentException("millrace.relay.batch-size must be 1 to 5000, but is " + batchSize);
        }
        Mode.of(mode);
        if (!atomicFrom.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException(
                    "millrace.relay.atomic-from must be a version like 2.15.0, but is " + atomicFrom);
        }
    }

    Mode wanted() {
        return Mode.of(mode);
    }
}
