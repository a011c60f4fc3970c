package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does what a plan says.
 *
 * @param done where each deed is told
 */
record Applying(Broker broker, AllowedLosses allowed, Consumer<Deed> done) {

    void apply(StreamPlan plan) {
        switch (plan) {
            case StreamPlan.Missing missing -> {
                broker.create(missing.declared());
                done.accept(new Deed.Created(missing.stream()));
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
        done.accept(new Deed.Changed(plan.stream(), due));
    }
}
