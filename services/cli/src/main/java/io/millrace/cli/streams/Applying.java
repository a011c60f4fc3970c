package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Does what a plan says.
 *
 * @param said where each deed is told
 */
record Applying(Broker broker, AllowedLosses allowed, Consumer<String> said) {

    void apply(StreamPlan plan) {
        switch (plan) {
            case StreamPlan.Missing missing -> {
                broker.create(missing.declared());
                said.accept(missing.stream() + ": created.");
            }
            case StreamPlan.Different different -> change(different);
            case StreamPlan.Same _ -> {}
        }
    }

    private void change(StreamPlan.Different plan) {
        List<Change> due = plan.changes().stream()
                .filter(change -> change.isSafe() || allowed.allow(plan.stream(), change))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        RawStreamConfig changed = plan.actual();
        for (Change change : due) {
            changed = changed.with(change.difference().field(), plan.declaredValue(change));
        }
        broker.update(changed);
        said.accept("%s: changed %s."
                .formatted(
                        plan.stream(),
                        due.stream().map(change -> change.difference().field()).collect(Collectors.joining(", "))));
    }
}
