package io.millrace.contracts.rules;

import static java.util.stream.Collectors.joining;

import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Sample;
import io.millrace.contracts.validation.ContractValidator;
import io.millrace.contracts.validation.Violation;
import java.util.List;
import java.util.stream.Stream;

/** Every version has a sample, and every sample fits its version. */
final class SampleRules {

    private SampleRules() {}

    static List<Finding> check(ContractRegistry registry) {
        ContractValidator validator = ContractValidator.of(registry);
        return registry.contracts()
                .flatMap(contract -> contract.samples().isEmpty()
                        ? Stream.of(none(contract))
                        : contract.samples().stream().flatMap(sample -> check(contract, sample, validator)))
                .toList();
    }

    static String name(Sample sample) {
        return sample.name().isEmpty() ? "the sample" : "the sample " + sample.name();
    }

    static String words(List<Violation> violations) {
        return violations.stream().map(Violation::toString).collect(joining(", "));
    }

    private static Finding none(Contract contract) {
        return new Finding(
                contract.label(),
                "has no sample: put one into " + contract.type() + "/" + contract.version() + ".sample.json");
    }

    private static Stream<Finding> check(Contract contract, Sample sample, ContractValidator validator) {
        List<Violation> violations = validator.validate(contract.type(), contract.version(), sample.body());
        return violations.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Finding(contract.label(), name(sample) + " does not fit the schema: " + words(violations)));
    }
}
