package io.millrace.asyncapi;

import static java.util.stream.Collectors.joining;

import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.rules.ContractProject;
import io.millrace.contracts.rules.ContractRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the contracts that a service brings in its own jar keep the rules that all contracts keep. */
final class OwnContracts {

    private static final String FOLDER = "contracts";

    private OwnContracts() {}

    /**
     * @param classPath with the class files
     * @throws IllegalArgumentException if they break a rule; the message has a line for each finding
     */
    static void require(Path classes, ClassLoader classPath) {
        Path folder = classes.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Finding> findings = ContractRules.check(ContractProject.of(folder, classes, classPath));
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(
                    findings.stream().map(Finding::toString).collect(joining(System.lineSeparator())));
        }
    }
}
