package io.millrace.contracts.rules;

import io.millrace.contracts.registry.ContractReading;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import java.util.ArrayList;
import java.util.List;

/** Publishes what is new in a folder of contracts: from then on it stays as it is. */
public sealed interface Locking {

    /**
     * Lock and index are written.
     *
     * @param added type and version of each that is new; may be none
     * @param begun there was no lock, and what was published before is not known to it
     */
    record Locked(List<String> added, boolean begun) implements Locking {}

    /**
     * Nothing was written.
     *
     * @param findings what must be put right first
     */
    record Refused(List<Finding> findings) implements Locking {}

    /**
     * Adds new versions to the lock and writes the index. Never changes or removes a line of the lock: where a published
     * schema was changed or is gone, or where any rule is broken, nothing is written.
     */
    static Locking lock(ContractProject project) {
        List<Finding> findings = new ArrayList<>();
        ContractLock lock = ContractLock.read(project.folder(), findings);
        ContractRegistry registry = ContractReading.ofFolder(project.folder()).registry();
        findings.addAll(lock.broken(registry));
        findings.addAll(lock.withoutWhatFollows(registry, ContractRules.checkBeforeLocking(project)));
        if (!findings.isEmpty()) {
            return new Refused(List.copyOf(findings));
        }
        boolean begun = !ContractLock.isIn(project.folder());
        ContractLock.of(registry).write(project.folder());
        ContractIndex.write(project.folder());
        return new Locked(lock.missing(registry), begun);
    }
}
