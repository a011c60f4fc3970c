package io.millrace.chassis.consumer;

import io.millrace.contracts.EventType;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;

/** Whether there is a contract for what a handler takes. Without one, every stored event would be a dead letter. */
final class HandlerContracts {

    private HandlerContracts() {}

    /** @throws IllegalStateException if none of the type and major version of its record is on the class path */
    static void require(HandlerMethod method, ContractRegistry contracts) {
        EventType type = method.eventType();
        int major = Version.parse(type.version()).major();
        if (contracts.newest(type.name(), major).isEmpty()) {
            throw new IllegalStateException(
                    "%s takes %s %s, but there is no contract %s %d.x on the class path: correct the "
                                    .formatted(method, type.name(), type.version(), type.name(), major)
                            + "@EventContract of " + method.argument().getType().getName() + ", or add the schema");
        }
    }
}
