package io.millrace.chassis.contract;

import io.millrace.contracts.EventType;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.validation.ContractValidator;
import io.millrace.contracts.validation.Violation;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets nothing out that is not what its contract says. */
@Singleton
public class EmittedBodies {

    private final ContractValidator validator;

    protected EmittedBodies(ContractValidator validator) {
        this.validator = validator;
    }

    /**
     * Asks for a body to fit the schema of its type and version.
     *
     * @throws ContractViolationException if it does not: the transaction around it must not commit
     * @throws IllegalStateException if there is no such schema on the class path
     */
    public void require(EventType type, byte[] body) {
        Version version = Version.parse(type.version());
        if (!validator.knows(type.name(), version)) {
            throw new IllegalStateException(
                    "there is no contract %s %s on the class path: add contracts/%s/%s.schema.json"
                            .formatted(type.name(), version, type.name(), version));
        }
        List<Violation> violations = validator.validate(type.name(), version, body);
        if (!violations.isEmpty()) {
            throw new ContractViolationException(type, violations);
        }
    }
}
