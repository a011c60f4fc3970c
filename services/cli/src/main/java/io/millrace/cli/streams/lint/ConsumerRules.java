package io.millrace.cli.streams.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.streams.field.KnownFields;
import io.millrace.cli.streams.subject.Subjects;
import java.util.List;
import java.util.Set;

/** What a consumer's file must be. */
final class ConsumerRules {

    private static final Set<String> DURATIONS =
            Set.of("ack_wait", "idle_heartbeat", "inactive_threshold", "max_expires", "backoff");
    private static final String HEARTBEAT = "idle_heartbeat";

    private ConsumerRules() {}

    static void check(Declared consumer, List<Declared> streams, List<Finding> findings) {
        UnknownFields.check(consumer, "consumer", KnownFields::isOfConsumers, findings);
        Durations.check(consumer, DURATIONS, findings);
        names(consumer, findings);
        push(consumer, findings);
        backoff(consumer, findings);
        if (!consumer.isTemplate()) {
            stream(consumer, streams, findings);
        }
    }

    private static void names(Declared consumer, List<Finding> findings) {
        String durable = consumer.text("durable_name");
        String name = consumer.text("name");
        if (!name.isEmpty() && !name.equals(durable)) {
            add(consumer, findings, "name is '%s' and durable_name '%s': the server refuses the two.", name, durable);
        }
        if (!consumer.isTemplate() && !durable.equals(consumer.fileName())) {
            add(
                    consumer,
                    findings,
                    "declares the consumer '%s': a service looks for %s here.",
                    durable,
                    consumer.fileName());
        }
    }

    private static void push(Declared consumer, List<Finding> findings) {
        boolean flow = consumer.json().path("flow_control").asBoolean();
        boolean heartbeat = consumer.json().path(HEARTBEAT).asLong() > 0;
        if (!consumer.text("deliver_group").isEmpty() && (flow || heartbeat)) {
            add(
                    consumer,
                    findings,
                    "has a deliver_group and %s: with a group the server sends neither flow control nor heartbeats.",
                    flow ? "flow_control" : HEARTBEAT);
        }
        if (flow && !heartbeat) {
            add(consumer, findings, "has flow_control without idle_heartbeat: the server refuses it.");
        }
        if (flow && consumer.text("deliver_subject").isEmpty()) {
            add(consumer, findings, "has flow_control without deliver_subject: it would be a pull consumer.");
        }
    }

    private static void backoff(Declared consumer, List<Finding> findings) {
        JsonNode steps = consumer.json().path("backoff");
        if (!steps.isArray() || steps.isEmpty()) {
            return;
        }
        JsonNode wait = consumer.json().path("ack_wait");
        if (!wait.isMissingNode() && wait.asLong() != steps.get(0).asLong()) {
            add(
                    consumer,
                    findings,
                    "ack_wait is %s, but backoff begins with %s: the server overwrites the one with the other.",
                    wait,
                    steps.get(0));
        }
        long deliveries = consumer.json().path("max_deliver").asLong(-1);
        if (deliveries > 0 && deliveries < steps.size()) {
            add(
                    consumer,
                    findings,
                    "max_deliver is %s, less than the %s steps of backoff: the server refuses it.",
                    deliveries,
                    steps.size());
        }
    }

    private static void stream(Declared consumer, List<Declared> streams, List<Finding> findings) {
        String name = consumer.streamOfConsumer();
        List<String> subjects = streams.stream()
                .filter(stream -> stream.fileName().equals(name))
                .findFirst()
                .map(stream -> stream.texts("subjects"))
                .orElse(List.of());
        if (name.isEmpty()) {
            add(consumer, findings, "stands in no folder of a stream: consumers/STREAM/CONSUMER.json is its place.");
        } else if (streams.stream().noneMatch(stream -> stream.fileName().equals(name))) {
            add(consumer, findings, "reads %s, which nobody declares: streams/%s.json is missing.", name, name);
        } else {
            filter(consumer, name, subjects, findings);
        }
    }

    private static void filter(Declared consumer, String stream, List<String> subjects, List<Finding> findings) {
        String filter = consumer.text("filter_subject");
        if (!filter.isEmpty() && subjects.stream().noneMatch(subject -> Subjects.overlap(subject, filter))) {
            add(consumer, findings, "takes %s, of which %s has nothing.", filter, stream);
        }
    }

    private static void add(Declared consumer, List<Finding> findings, String sentence, Object... values) {
        findings.add(new Finding(consumer.file(), sentence.formatted(values)));
    }
}
