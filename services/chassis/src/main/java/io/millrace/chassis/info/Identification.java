package io.millrace.chassis.info;

import io.micronaut.context.env.PropertySource;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.management.endpoint.info.InfoSource;
import io.millrace.chassis.ServiceIdentity;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * Who answers, under {@code GET /info}: service, instance, Java, and which Millrace. Version and commit of the service itself
 * come from the {@code git.properties} of its build.
 */
@Singleton
final class Identification implements InfoSource {

    private final ServiceIdentity identity;

    Identification(ServiceIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Publisher<PropertySource> getSource() {
        Map<String, Object> told = new HashMap<>();
        told.put("service", identity.service());
        told.put("instance", identity.instance());
        told.put("java", Runtime.version().toString());
        // Classes that are in no jar have no version.
        Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .ifPresent(version -> told.put("millrace", version));
        return Publishers.just(PropertySource.of("identification", told));
    }
}
