package io.millrace.chassis.consumer;

import io.millrace.chassis.ServiceIdentity;

/**
 * A durable consumer and what it reads.
 *
 * @param durable its name, for example {@code delivery-orders}
 * @param stream for example {@code ORDERS}
 */
record ConsumerName(String durable, String stream) {

    static ConsumerName of(String service, String from, String name) {
        String suffix = name.isEmpty() ? "" : "-" + name;
        return new ConsumerName(service + "-" + from + suffix, ServiceIdentity.streamOf(from));
    }

    @Override
    public String toString() {
        return "consumer " + durable;
    }
}
