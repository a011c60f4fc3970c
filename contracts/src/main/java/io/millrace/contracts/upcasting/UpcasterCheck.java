package io.millrace.contracts.upcasting;

import static java.util.stream.Collectors.joining;

import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.upcasting.UpcasterSteps.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether from every version there is one way, and only one, to the newest. */
final class UpcasterCheck {

    private final ContractRegistry registry;
    private final Map<Step, List<Upcaster>> steps = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private UpcasterCheck(ContractRegistry registry, Collection<Upcaster> upcasters) {
        this.registry = registry;
        upcasters.stream()
                .filter(upcaster -> registry.types().contains(upcaster.type()))
                .forEach(upcaster -> steps.computeIfAbsent(Step.of(upcaster), step -> new ArrayList<>())
                        .add(upcaster));
    }

    static List<Finding> of(ContractRegistry registry, Collection<Upcaster> upcasters) {
        UpcasterCheck check = new UpcasterCheck(registry, upcasters);
        check.steps.forEach(check::checkStep);
        registry.types().forEach(check::checkType);
        return List.copyOf(check.findings);
    }

    private void checkStep(Step step, List<Upcaster> upcasters) {
        if (upcasters.size() > 1) {
            findings.add(new Finding(
                    step.type(),
                    "there are several upcasters from " + step.from() + ": "
                            + upcasters.stream()
                                    .map(upcaster -> upcaster.getClass().getName())
                                    .sorted()
                                    .collect(joining(", "))));
        }
        if (registry.newest(step.type(), step.from()).isEmpty()
                || registry.newest(step.type(), step.from() + 1).isEmpty()) {
            findings.add(new Finding(
                    step.type(),
                    upcasters.getFirst().getClass().getName() + " leads from " + step.from() + " to "
                            + (step.from() + 1) + ", but both are not published"));
        }
    }

    private void checkType(String type) {
        registry.versions(type).keySet().stream()
                .map(Version::major)
                .distinct()
                .filter(major -> major > 1 && !steps.containsKey(new Step(type, major - 1)))
                .forEach(
                        major -> findings.add(
                                new Finding(
                                        type + " " + major + ".0",
                                        "has no upcaster from " + (major - 1) + ": stored events of " + (major - 1)
                                                + ".x could not be read any more; write an Upcaster and name it in META-INF/services")));
    }
}
