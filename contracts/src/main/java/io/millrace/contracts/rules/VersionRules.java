package io.millrace.contracts.rules;

import io.millrace.contracts.compatibility.Compatibility;
import io.millrace.contracts.compatibility.Incompatibility;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How one version follows the other: none is left out, and a minor one only adds. */
final class VersionRules {

    private VersionRules() {}

    static List<Finding> check(ContractRegistry registry) {
        return registry.types().stream()
                .flatMap(type -> check(type, List.copyOf(registry.versions(type).values())))
                .toList();
    }

    private static Stream<Finding> check(String type, List<Contract> versions) {
        List<Finding> findings = new ArrayList<>();
        Version due = new Version(1, 0);
        Version free = new Version(versions.getLast().version().major() + 1, 0);
        Contract before = null;
        for (Contract contract : versions) {
            Version version = contract.version();
            boolean isNextMajor = before != null
                    && version.equals(new Version(before.version().major() + 1, 0));
            if (!version.equals(due) && !isNextMajor) {
                findings.add(new Finding(contract.label(), "leaves out a version: " + expected(type, before, due)));
            }
            if (before != null && before.version().major() == version.major()) {
                Compatibility.compare(before, contract, free).stream()
                        .map(Incompatibility::finding)
                        .forEach(findings::add);
            }
            before = contract;
            due = new Version(version.major(), version.minor() + 1);
        }
        return findings.stream();
    }

    private static String expected(String type, Contract before, Version due) {
        return before == null
                ? "the first version of " + type + " is 1.0"
                : "behind " + before.version() + " comes " + due + " or "
                        + new Version(before.version().major() + 1, 0);
    }
}
