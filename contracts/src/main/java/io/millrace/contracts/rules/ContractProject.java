package io.millrace.contracts.rules;

import io.millrace.contracts.upcasting.Upcaster;
import io.millrace.contracts.upcasting.UpcasterChain;
import java.nio.file.Path;
import java.util.List;

/**
 * The contracts that one module publishes, and the code that belongs to them.
 *
 * @param folder holds a folder for each type, {@code contracts.lock} and {@code index}
 * @param upcasters those of other modules may be among them
 * @param records every class that carries an {@code @EventContract}; empty where nothing is written in Java
 */
public record ContractProject(Path folder, List<Upcaster> upcasters, List<Class<?>> records) {

    public ContractProject {
        upcasters = List.copyOf(upcasters);
        records = List.copyOf(records);
    }

    /**
     * A module built by Maven, with the upcasters and records that were compiled.
     *
     * @param folder for example {@code src/main/resources/contracts}
     * @param classes for example {@code target/classes}; must be on the class path of the loader
     */
    public static ContractProject of(Path folder, Path classes, ClassLoader loader) {
        return new ContractProject(folder, UpcasterChain.installed(loader), EventRecords.in(classes, loader));
    }
}
