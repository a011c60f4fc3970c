package io.millrace.chassis.contract;

import io.micronaut.context.annotation.Factory;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.upcasting.UpcasterChain;
import io.millrace.contracts.validation.BodyShapes;
import io.millrace.contracts.validation.ContractValidator;
import jakarta.inject.Singleton;

/** The contracts that the jars of the class path bring. */
@Factory
final class ContractBeans {

    @Singleton
    ContractRegistry registry() {
        return ContractRegistry.fromClassPath(ContractBeans.class.getClassLoader());
    }

    @Singleton
    ContractValidator validator(ContractRegistry registry) {
        return ContractValidator.of(registry);
    }

    @Singleton
    BodyShapes shapes(ContractRegistry registry) {
        return BodyShapes.of(registry);
    }

    @Singleton
    UpcasterChain upcasters(ContractRegistry registry) {
        return UpcasterChain.of(registry, UpcasterChain.installed(ContractBeans.class.getClassLoader()));
    }
}
