package io.millrace.contracts.upcasting;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;

/** The steps, each found by where it starts. */
record UpcasterSteps(Map<Step, Upcaster> byStep) {

    record Step(String type, int from) {

        static Step of(Upcaster upcaster) {
            return new Step(upcaster.type(), upcaster.from());
        }

        @Override
        public String toString() {
            return type + " from " + from + " to " + (from + 1);
        }
    }

    static UpcasterSteps of(Collection<Upcaster> upcasters) {
        return new UpcasterSteps(upcasters.stream().collect(toMap(Step::of, identity(), (first, second) -> first)));
    }

    ObjectNode upcast(String type, int from, ObjectNode body) {
        Step step = new Step(type, from);
        Upcaster upcaster = byStep.get(step);
        ObjectNode upcast;
        try {
            upcast = upcaster.upcast(body);
        } catch (RuntimeException e) {
            throw new UpcastException(upcaster.getClass().getName() + " cannot take " + step + ": " + e, e);
        }
        if (upcast == null) {
            throw new UpcastException(upcaster.getClass().getName() + " gave nothing for " + step, null);
        }
        return upcast;
    }
}
