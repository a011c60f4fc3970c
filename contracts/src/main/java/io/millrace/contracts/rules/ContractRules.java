package io.millrace.contracts.rules;

import static java.util.stream.Collectors.toSet;

import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractReading;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that the build asks of contracts. A build calls it in a test and fails with what it finds.
 *
 * <p>If nothing is found: every schema is valid and closed; every version has samples and they fit it; within a major
 * version all versions are compatible; every stored event can be taken to the newest version; the records say what their
 * schemas say; and nothing that was published has been changed.
 */
public final class ContractRules {

    private ContractRules() {}

    /** What is wrong, a sentence each; nothing if the list is empty. */
    public static List<Finding> check(ContractProject project) {
        List<Finding> findings = new ArrayList<>(ContractLock.check(project.folder(), checkBeforeLocking(project)));
        findings.addAll(ContractIndex.check(project.folder()));
        return List.copyOf(findings);
    }

    /** What must be right before a new version may be published: all but lock and index. */
    static List<Finding> checkBeforeLocking(ContractProject project) {
        ContractReading reading = ContractReading.ofFolder(project.folder());
        ContractRegistry registry = reading.registry();
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(VersionRules.check(registry));
        findings.addAll(RecordRules.check(registry, project.records()));

        List<Finding> bySchema =
                registry.contracts().flatMap(SchemaRules::check).toList();
        findings.addAll(bySchema);

        ContractRegistry valid = without(registry, bySchema);
        findings.addAll(SampleRules.check(valid));
        findings.addAll(UpcasterRules.check(registry, valid, project.upcasters()));
        return List.copyOf(findings);
    }

    /** A schema that is wrong itself is told of once, not once for each sample. */
    private static ContractRegistry without(ContractRegistry registry, List<Finding> findings) {
        Set<String> wrong = findings.stream().map(Finding::place).collect(toSet());
        return ContractRegistry.of(registry.contracts()
                .filter((Contract contract) -> !wrong.contains(contract.label()))
                .toList());
    }
}
