package io.millrace.cli.bench;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.millrace.chassis.contract.EmittedBodies;
import io.millrace.contracts.EventType;
import io.millrace.contracts.validation.ContractValidator;
import jakarta.inject.Singleton;

/** Lets everything out, to measure what it costs to look. */
@Singleton
@Replaces(EmittedBodies.class)
@Requires(property = UncheckedBodies.WANTED)
class UncheckedBodies extends EmittedBodies {

    static final String WANTED = "bench.unchecked";

    UncheckedBodies(ContractValidator validator) {
        super(validator);
    }

    @Override
    public void require(EventType type, byte[] body) {}
}
