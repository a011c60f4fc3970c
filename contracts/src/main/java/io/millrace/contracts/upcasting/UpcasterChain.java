package io.millrace.contracts.upcasting;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

/**
 * All upcasters, one behind the other: takes a body of any version that was ever published to the newest one, step by
 * step, 1.x to 2.x to 3.x. Works on JSON alone. Safe for use by several threads.
 *
 * <p>Guarantees: the body that is given is not changed; the same body gives the same answer; versions within a major one
 * are taken as they are, because a minor version only adds optional fields.
 */
public final class UpcasterChain {

    private final ContractRegistry registry;
    private final UpcasterSteps steps;

    private UpcasterChain(ContractRegistry registry, UpcasterSteps steps) {
        this.registry = registry;
        this.steps = steps;
    }

    /** All upcasters that {@link ServiceLoader} finds, in the order of the class path. */
    public static List<Upcaster> installed(ClassLoader loader) {
        return ServiceLoader.load(Upcaster.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * A chain of these upcasters. Upcasters of types that the registry does not know are passed over.
     *
     * @throws ContractException if a step is missing, stands twice or leads to a version that does not exist
     */
    public static UpcasterChain of(ContractRegistry registry, Collection<Upcaster> upcasters) {
        List<Finding> findings = check(registry, upcasters);
        if (!findings.isEmpty()) {
            throw new ContractException(findings);
        }
        return new UpcasterChain(registry, UpcasterSteps.of(upcasters));
    }

    /** What stands against a chain of these upcasters, a sentence each. */
    public static List<Finding> check(ContractRegistry registry, Collection<Upcaster> upcasters) {
        return UpcasterCheck.of(registry, upcasters);
    }

    /**
     * Takes a stored body to the newest version of its type.
     *
     * @throws UpcastException if an upcaster fails
     */
    public Upcasting upcast(String type, Version stored, ObjectNode body) {
        return registry.newest(type)
                .map(newest -> upcast(type, stored, body, newest.version()))
                .orElseGet(() -> new Upcasting.Unknown(type));
    }

    /**
     * Takes a stored body to a major version of the caller's choice, for code that is not at the newest one yet: a record
     * of 1.1 wants {@code wantedMajor} 1, and for it a body of 2.0 is too new.
     *
     * @throws ContractException if the type is known, but not in the major version that is wanted
     * @throws UpcastException if an upcaster fails
     */
    public Upcasting upcast(String type, Version stored, ObjectNode body, int wantedMajor) {
        if (!registry.types().contains(type)) {
            return new Upcasting.Unknown(type);
        }
        return registry.newest(type, wantedMajor)
                .map(wanted -> upcast(type, stored, body, wanted.version()))
                .orElseThrow(() -> new ContractException("there is no contract " + type + " " + wantedMajor + ".x"));
    }

    private Upcasting upcast(String type, Version stored, ObjectNode body, Version wanted) {
        if (stored.major() > wanted.major()) {
            return new Upcasting.TooNew(type, stored, wanted);
        }
        if (stored.major() == wanted.major()) {
            return new Upcasting.Current(body);
        }
        ObjectNode upcast = body;
        for (int from = stored.major(); from < wanted.major(); from++) {
            upcast = steps.upcast(type, from, upcast);
        }
        return new Upcasting.Upcast(upcast, stored, wanted);
    }

    @Override
    public String toString() {
        return registry.newest().stream().map(Contract::label).collect(joining(", "));
    }
}
