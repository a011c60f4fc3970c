package io.millrace.contracts.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Sample;
import io.millrace.contracts.upcasting.UpcastException;
import io.millrace.contracts.upcasting.Upcaster;
import io.millrace.contracts.upcasting.UpcasterChain;
import io.millrace.contracts.upcasting.Upcasting;
import io.millrace.contracts.validation.ContractValidator;
import io.millrace.contracts.validation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Every sample of every older version is taken to each newer major version, and must fit there. */
final class UpcasterRules {

    private final UpcasterChain chain;
    private final ContractValidator validator;
    private final List<Finding> findings = new ArrayList<>();

    private UpcasterRules(UpcasterChain chain, ContractValidator validator) {
        this.chain = chain;
        this.validator = validator;
    }

    /** @param valid the part of the registry whose schemas can be used */
    static List<Finding> check(ContractRegistry registry, ContractRegistry valid, Collection<Upcaster> upcasters) {
        List<Finding> findings = new ArrayList<>(UpcasterChain.check(registry, upcasters));
        for (String type : valid.types()) {
            ContractRegistry one = ContractRegistry.of(valid.versions(type).values());
            if (UpcasterChain.check(one, upcasters).isEmpty()) {
                findings.addAll(tryOut(one, UpcasterChain.of(one, upcasters)));
            }
        }
        return findings;
    }

    private static List<Finding> tryOut(ContractRegistry registry, UpcasterChain chain) {
        UpcasterRules rules = new UpcasterRules(chain, ContractValidator.of(registry));
        Set<Contract> newest = Set.copyOf(registry.newest());
        int last = newest.iterator().next().version().major();
        registry.contracts()
                .forEach(contract -> IntStream.rangeClosed(contract.version().major() + 1, last)
                        .forEach(major -> contract.samples().forEach(sample -> rules.tryOut(contract, sample, major))));
        return rules.findings;
    }

    private void tryOut(Contract contract, Sample sample, int major) {
        if (!(sample.body() instanceof ObjectNode body)) {
            return;
        }
        try {
            Upcasting first = chain.upcast(contract.type(), contract.version(), body, major);
            if (!body.equals(sample.body())) {
                note(contract, sample, major, "the upcaster changed the body it was given; begin with deepCopy()");
            } else if (!first.equals(chain.upcast(contract.type(), contract.version(), body, major))) {
                note(contract, sample, major, "the upcaster gives another answer each time, but must be pure");
            } else if (first instanceof Upcasting.Upcast upcast) {
                List<Violation> violations = validator.validate(contract.type(), upcast.to(), upcast.body());
                if (!violations.isEmpty()) {
                    note(contract, sample, major, "it does not fit: " + SampleRules.words(violations));
                }
            }
        } catch (UpcastException e) {
            note(contract, sample, major, e.getMessage());
        }
    }

    private void note(Contract contract, Sample sample, int major, String what) {
        findings.add(new Finding(
                contract.label(),
                SampleRules.name(sample) + " was taken to " + major + ".x by its upcaster, and " + what));
    }
}
