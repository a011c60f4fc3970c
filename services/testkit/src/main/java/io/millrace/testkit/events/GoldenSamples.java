package io.millrace.testkit.events;

import io.millrace.contracts.EventType;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Sample;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Every golden sample of every version, through every handler of the service under test.
 *
 * <pre>{@code
 * @Inject GoldenSamples samples;
 *
 * @Test
 * void everythingThatWasEverPublishedIsHandled() {
 *     samples.throughEveryHandler();
 * }
 * }</pre>
 */
@Singleton
public final class GoldenSamples {

    private final OtherServices others;
    private final Listening listening;
    private final Rest rest;
    private final ContractRegistry registry;

    GoldenSamples(OtherServices others, Listening listening, Rest rest, ContractRegistry registry) {
        this.others = others;
        this.listening = listening;
        this.rest = rest;
        this.registry = registry;
    }

    /**
     * Publishes the samples of all services that are listened to, each as an aggregate of its own, and waits until all are
     * handled.
     *
     * @return how many there were
     * @throws AssertionError if a handler failed on one
     */
    public int throughEveryHandler() {
        List<String> services = listening.services();
        int count = 0;
        for (Contract contract : registry.contracts().toList()) {
            EventType type = EventType.of(contract.type(), contract.version().toString());
            if (services.contains(type.service())) {
                for (Sample sample : contract.samples()) {
                    others.emit(type, "golden-" + ++count, sample.body().toString());
                }
            }
        }
        listening.awaitCaughtUp();
        if (listening.parked() > 0) {
            throw new AssertionError("Not every golden sample could be handled: "
                    + rest.get("/messaging/dead-letters").text());
        }
        return count;
    }
}
