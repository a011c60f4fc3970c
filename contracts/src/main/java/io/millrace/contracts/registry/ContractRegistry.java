package io.millrace.contracts.registry;

import static java.util.Collections.emptyNavigableMap;
import static java.util.Collections.unmodifiableNavigableMap;
import static java.util.Collections.unmodifiableSet;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every event type in every version that is known. Never changes; safe for use by several threads.
 *
 * <p>It holds what could be read. Whether that is right is for {@code ContractRules} to say, at build time.
 */
public final class ContractRegistry {

    private final Map<String, NavigableMap<Version, Contract>> types;

    private ContractRegistry(Map<String, NavigableMap<Version, Contract>> types) {
        this.types = types;
    }

    /**
     * The contracts of all jars and folders of the class path: each brings its own {@value ContractReading#INDEX}.
     *
     * @throws ContractException if a file cannot be read, or a type stands in two of them; the message names both
     */
    public static ContractRegistry fromClassPath(ClassLoader loader) {
        return ContractReading.ofClassPath(loader).registryOrThrow();
    }

    /**
     * The contracts of a folder, for example {@code src/main/resources/contracts}.
     *
     * @throws ContractException if a file cannot be read
     */
    public static ContractRegistry fromFolder(Path folder) {
        return ContractReading.ofFolder(folder).registryOrThrow();
    }

    /** @throws ContractException if a type stands twice in the same version */
    public static ContractRegistry of(Collection<Contract> contracts) {
        Map<String, NavigableMap<Version, Contract>> types = new TreeMap<>();
        for (Contract contract : contracts) {
            if (types.computeIfAbsent(contract.type(), type -> new TreeMap<>()).put(contract.version(), contract)
                    != null) {
                throw new ContractException(contract.label() + " stands twice");
            }
        }
        types.replaceAll((type, versions) -> unmodifiableNavigableMap(versions));
        return new ContractRegistry(types);
    }

    /** The types, sorted. */
    public Set<String> types() {
        return unmodifiableSet(types.keySet());
    }

    /** The versions of a type by version; empty if the type is not known. */
    public NavigableMap<Version, Contract> versions(String type) {
        return types.getOrDefault(type, emptyNavigableMap());
    }

    /** All contracts, sorted by type and version. */
    public Stream<Contract> contracts() {
        return types.values().stream().flatMap(versions -> versions.values().stream());
    }

    public Optional<Contract> find(String type, Version version) {
        return Optional.ofNullable(versions(type).get(version));
    }

    /** The newest version of a type. */
    public Optional<Contract> newest(String type) {
        return Optional.ofNullable(versions(type).lastEntry()).map(Map.Entry::getValue);
    }

    /** The newest version of a type within a major version. */
    public Optional<Contract> newest(String type, int major) {
        return Optional.ofNullable(versions(type).floorEntry(new Version(major, Integer.MAX_VALUE)))
                .map(Map.Entry::getValue)
                .filter(contract -> contract.version().major() == major);
    }

    /** The newest version of each type. */
    public List<Contract> newest() {
        return types.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .toList();
    }
}
