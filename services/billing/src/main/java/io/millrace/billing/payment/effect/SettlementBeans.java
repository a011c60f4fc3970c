package io.millrace.billing.payment.effect;

import io.micronaut.context.annotation.Factory;
import io.millrace.billing.payment.service.Pace;
import jakarta.inject.Singleton;

/** What the business takes from the configuration. */
@Factory
final class SettlementBeans {

    @Singleton
    Pace pace(SettlementConfiguration configuration) {
        return configuration.pace();
    }
}
