package io.millrace.testkit.events;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Lets a test class inject both sides of the wire. */
@Factory
@Requires(property = EventsFactory.ADDRESS)
final class EventsFactory {

    static final String ADDRESS = "nats.default.addresses";

    @Singleton
    @Bean(preDestroy = "close")
    Events events(@Value("${" + ADDRESS + "}") String natsUrl) {
        return Events.at(natsUrl);
    }

    @Singleton
    @Bean(preDestroy = "close")
    OtherServices otherServices(@Value("${" + ADDRESS + "}") String natsUrl) {
        return OtherServices.at(natsUrl, Clock.systemUTC());
    }
}
