package io.millrace.chassis.contract;

import io.millrace.contracts.EventType;
import io.millrace.contracts.validation.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event would not be what its contract says. It is a defect of the service that emits it; the transaction fails, and
 * nothing is left behind. The message names type, version, fields and rules, and no values.
 */
public final class ContractViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    ContractViolationException(EventType type, List<Violation> violations) {
        super("%s %s was not emitted, for it would break its contract: %s"
                .formatted(
                        type.name(),
                        type.version(),
                        violations.stream().map(Violation::toString).collect(Collectors.joining(", "))));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
