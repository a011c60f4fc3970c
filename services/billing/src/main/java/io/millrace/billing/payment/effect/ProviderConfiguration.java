package io.millrace.billing.payment.effect;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where the payment provider is.
 *
 * @param url its address, without a path
 * @param apiKey what it knows this shop by
 * @param connectTimeout no connection within this time is a failure
 * @param answerTimeout no whole answer within this time, the connection included, is a failure
 */
@ConfigurationProperties("millrace.billing.provider")
record ProviderConfiguration(
        @Bindable(defaultValue = "http://localhost:8090") URI url,
        @Bindable(defaultValue = "sk_test_sandbox") String apiKey,
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "5s") Duration answerTimeout) {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    ProviderConfiguration {
        if (url.getHost() == null || !url.getScheme().matches("https?")) {
            throw new IllegalArgumentException(
                    "millrace.billing.provider.url must be like https://provider.example, but is " + url);
        }
        if (connectTimeout.isNegative() || connectTimeout.isZero() || answerTimeout.compareTo(connectTimeout) < 0) {
            throw new IllegalArgumentException(
                    "millrace.billing.provider.answer-timeout must be at least connect-timeout, and both above zero");
        }
    }

    /** How long a payment is kept from others while it is being settled. */
    Duration hold() {
        return answerTimeout.plus(MARGIN);
    }

    /** The key is not for logs. */
    @Override
    public String toString() {
        return "payment provider at " + url;
    }
}
