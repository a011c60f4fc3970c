package io.millrace.cli.prove.fault;

import io.millrace.cli.shop.ServiceSpec;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an instance does that another one must take over. */
enum Role {
    /** It publishes what is in the outbox: every service does. */
    PUBLISHING(ServiceSpec.ALL) {
        @Override
        String lease(ServiceSpec service) {
            return "relay";
        }
    },
    /** It handles the events of orders: only customers depends on nobody. */
    CONSUMING(List.of(ServiceSpec.ORDERS, ServiceSpec.DELIVERY, ServiceSpec.INVENTORY, ServiceSpec.BILLING)) {
        @Override
        String lease(ServiceSpec service) {
            return "consumer:%s-orders".formatted(service.name());
        }
    };

    private final List<ServiceSpec> services;

    Role(List<ServiceSpec> services) {
        this.services = services;
    }

    /** Who has it. */
    List<ServiceSpec> services() {
        return services;
    }

    /** A service that has it. */
    ServiceSpec any(RandomGenerator random) {
        return services.get(random.nextInt(services.size()));
    }

    /** What the instance holds that does it. */
    abstract String lease(ServiceSpec service);
}
