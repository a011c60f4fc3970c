package io.millrace.chassis.lease;

import static java.util.stream.Collectors.toMap;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.loop.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out leases and keeps those alive that are held, whatever their owners are busy with. */
@Singleton
public final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final ServiceIdentity identity;
    private final LeaseConfiguration configuration;
    private final LeaseTable table;
    private final List<Lease> leases = new CopyOnWriteArrayList<>();
    private final Loop renewal = new Loop("lease-renewal", this::renewAll);

    Leases(ServiceIdentity identity, LeaseConfiguration configuration, LeaseTable table) {
        this.identity = identity;
        this.configuration = configuration;
        this.table = table;
    }

    /** A lease of this name for this instance, not yet taken. */
    public Lease of(String name) {
        Lease lease = new Lease(name, identity.instance(), configuration.duration(), table);
        leases.add(lease);
        renewal.start();
        return lease;
    }

    /** Every lease that this instance has asked for, and whether it holds it. */
    public Map<String, Boolean> held() {
        return leases.stream().collect(toMap(Lease::name, Lease::isHeld, Boolean::logicalOr));
    }

    private Duration renewAll() {
        leases.forEach(this::renew);
        return configuration.duration().dividedBy(3);
    }

    private void renew(Lease lease) {
        try {
            lease.renew();
        } catch (Exception e) {
            LOG.warn("{} could not be renewed and is tried again: {}", lease, e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        renewal.stop();
    }
}
