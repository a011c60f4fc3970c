package io.millrace.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.compatibility.Incompatibility;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a proposal breaks.
 *
 * @param broken a line for each consumer and field
 * @param unharmed the consumers of the type that go on as they are, for as long as they are not handed a version that
 *     they do not know
 */
record Consequences(List<Broken> broken, List<String> unharmed) {

    static Consequences of(Proposal proposal, List<Reads> services) {
        Set<Broken> broken = new LinkedHashSet<>();
        Set<String> taking = new LinkedHashSet<>();
        for (Reads service : services) {
            for (Consumer consumer : service.consumers()) {
                for (Handled handled : consumer.handles()) {
                    if (handled.event().type().equals(proposal.contract().type())) {
                        taking.add(consumer.durable());
                        broken.addAll(broken(proposal, service, consumer, handled));
                    }
                }
            }
        }
        broken.forEach(line -> taking.remove(line.consumer()));
        return new Consequences(List.copyOf(broken), List.copyOf(taking));
    }

    /** A consumer at another major version is handed what an upcaster makes: that decides, not this. */
    private static List<Broken> broken(Proposal proposal, Reads service, Consumer consumer, Handled handled) {
        List<Broken> broken = new ArrayList<>();
        Version known = Version.parse(handled.event().version());
        proposal.before()
                .filter(before -> before.version().major() == known.major())
                .ifPresent(before -> proposal.incompatible().forEach(change -> {
                    Effect effect = effect(before, proposal.contract(), change);
                    if (effect.breaks(change.field(), handled)) {
                        broken.add(new Broken(
                                service.service(),
                                consumer.durable(),
                                handled.event().version(),
                                change.field(),
                                change.change(),
                                effect.why(change.field(), handled)));
                    }
                }));
        return broken;
    }

    private static Effect effect(Contract before, Contract after, Incompatibility change) {
        return Effect.of(change.field(), whole(before.schema()), whole(after.schema()));
    }

    private static SchemaPart whole(JsonNode schema) {
        return SchemaPart.of(schema, schema);
    }
}
