package io.millrace.chassis;

import io.micronaut.context.annotation.Value;
import io.millrace.contracts.EventType;
import io.millrace.contracts.Subject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who this process is. The service's name, {@code micronaut.application.name}, decides its stream, its subjects and the
 * names of its consumers; the instance's name, {@code millrace.instance}, tells two processes of one service apart.
 *
 * <p>An instance that comes back under its own name takes its leases again at once. Two living processes must not share a
 * name: they would take the leases from each other, correct but slow.
 */
@Singleton
public final class ServiceIdentity {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    private final String service;
    private final String instance;

    ServiceIdentity(
            @Value("${micronaut.application.name:}") String service, @Value("${millrace.instance:}") String instance) {
        if (!NAME.matcher(service).matches()) {
            throw new IllegalArgumentException("micronaut.application.name must match " + NAME.pattern()
                    + ", because it becomes part of subjects, but is '" + service + "'");
        }
        this.service = service;
        this.instance = instance.isBlank() ? service + "-" + UUID.randomUUID() : instance;
    }

    public String service() {
        return service;
    }

    public String instance() {
        return instance;
    }

    /** The one stream that this service writes to. */
    public String stream() {
        return streamOf(service);
    }

    /** The stream of any service. */
    public static String streamOf(String service) {
        return service.toUpperCase(Locale.ROOT);
    }

    /** The value of {@code ce-source}. */
    public String source() {
        return "/millrace/" + service;
    }

    /** Where an event of this service is published. */
    public Subject subject(EventType type, String aggregateId) {
        return new Subject(service, type.aggregate(), aggregateId, type.event());
    }
}
