package io.millrace.contracts.validation;

import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The shapes of all bodies that are known. Never changes; safe for use by several threads. */
public final class BodyShapes {

    private final Map<String, NavigableMap<Version, BodyShape>> shapes = new HashMap<>();

    private BodyShapes(ContractRegistry registry) {
        registry.contracts().forEach(this::add);
    }

    public static BodyShapes of(ContractRegistry registry) {
        return new BodyShapes(registry);
    }

    private void add(Contract contract) {
        shapes.computeIfAbsent(contract.type(), _ -> new TreeMap<>()).put(contract.version(), BodyShape.of(contract));
    }

    /**
     * The shape of a version. A minor version that is not known here has that of the newest one that is: what that requires, it
     * requires too. Of what is not known at all, anything fits.
     */
    public BodyShape find(String type, Version version) {
        NavigableMap<Version, BodyShape> versions = shapes.get(type);
        if (versions == null) {
            return BodyShape.ANY;
        }
        BodyShape exactly = versions.get(version);
        if (exactly != null) {
            return exactly;
        }
        var newest = versions.floorEntry(new Version(version.major(), Integer.MAX_VALUE));
        return newest == null || newest.getKey().major() != version.major() ? BodyShape.ANY : newest.getValue();
    }
}
