package io.millrace.chassis.rest;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Deserializer.DecoderContext;
import io.micronaut.serde.config.DeserializationConfiguration;

/** Tells events from requests: what is decoded for events passes over fields that are not known. */
final class Leniency {

    private Leniency() {}

    /** The field, for events: the reason of a dead letter names it. Requests are told of it by whoever answers them. */
    static String named(Argument<?> field, DecoderContext context) {
        return context.getDeserializationConfiguration()
                .filter(DeserializationConfiguration::isIgnoreUnknown)
                .map(events -> field.getName() + " is ")
                .orElse("");
    }
}
