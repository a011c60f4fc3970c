package io.millrace.cli.prove.fault;

import io.millrace.cli.shop.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Round after round, in each of which every service has its turn once, in another order. */
final class Turns {

    private final List<ServiceSpec> services;
    private final List<ServiceSpec> left = new ArrayList<>();

    Turns(List<ServiceSpec> services) {
        this.services = List.copyOf(services);
    }

    ServiceSpec next(RandomGenerator random) {
        if (left.isEmpty()) {
            left.addAll(services);
        }
        return left.remove(random.nextInt(left.size()));
    }
}
