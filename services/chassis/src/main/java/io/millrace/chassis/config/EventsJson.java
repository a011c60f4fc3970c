package io.millrace.chassis.config;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.config.DeserializationConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The JSON of events: fields that are not known are passed over, where the JSON of REST requests refuses them. */
@Factory
final class EventsJson {

    static final String EVENTS = "events";

    @Singleton
    @Named(EVENTS)
    ObjectMapper events(ObjectMapper strict, DeserializationConfiguration configured) {
        return strict.cloneWithConfiguration(null, null, new PassingOverUnknown(configured));
    }
}
