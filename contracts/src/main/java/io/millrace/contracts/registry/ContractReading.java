package io.millrace.contracts.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * What could be read of some contracts, and what could not. Folder and class path are read in the same way; they differ
 * in where the list of files comes from: a folder is looked through, a jar brings an index.
 *
 * @param registry what could be read
 * @param findings a sentence for each file that could not, and for each type that stands in two places
 */
public record ContractReading(ContractRegistry registry, List<Finding> findings) {

    /** The list of the files of a place, relative to it, beside them. */
    public static final String INDEX = "contracts/index";

    public ContractReading {
        findings = List.copyOf(findings);
    }

    /** Looks through a folder that holds a folder for each type. */
    public static ContractReading ofFolder(Path folder) {
        return ContractReader.read(List.of(ContractFolder.read(folder)));
    }

    /** Reads what each {@value #INDEX} of the class path lists. No jar is looked through. */
    public static ContractReading ofClassPath(ClassLoader loader) {
        return ContractReader.read(ContractClassPath.read(loader));
    }

    ContractRegistry registryOrThrow() {
        if (!findings.isEmpty()) {
            throw new ContractException(findings);
        }
        return registry;
    }
}
