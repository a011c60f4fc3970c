package io.millrace.billing;

import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.test.support.TestPropertyProviderFactory;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.provider.SandboxSettings;
import java.time.Duration;
import java.util.Map;

/** A payment provider of its own for each test class, which is slow for shorter than it is in a shop. */
public final class TestProvider implements TestPropertyProviderFactory {

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static SandboxProvider current;

    /** That of the test class that runs now. */
    public static synchronized SandboxProvider current() {
        return current;
    }

    @Override
    public TestPropertyProvider create(Map<String, Object> availableProperties, Class<?> testClass) {
        return TestProvider::fresh;
    }

    private static synchronized Map<String, String> fresh() {
        if (current != null) {
            current.close();
        }
        current = SandboxProvider.start(SandboxSettings.inMemory().withSlowCardsTaking(SLOW));
        return Map.of("millrace.billing.provider.url", current.url().toString());
    }
}
