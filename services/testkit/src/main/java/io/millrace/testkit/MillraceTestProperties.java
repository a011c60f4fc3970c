package io.millrace.testkit;

import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.test.support.TestPropertyProviderFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tells the application context of a {@link MillraceTest} where its servers are. */
public final class MillraceTestProperties implements TestPropertyProviderFactory {

    @Override
    public TestPropertyProvider create(Map<String, Object> availableProperties, Class<?> testClass) {
        Optional<MillraceTest> test = AnnotationSupport.findAnnotation(testClass, MillraceTest.class);
        return () -> test.map(found -> properties(found, testClass)).orElseGet(Map::of);
    }

    private static Map<String, String> properties(MillraceTest test, Class<?> testClass) {
        MillraceServers.deleteStreams();
        String database = MillraceServers.freshDatabase(testClass.getSimpleName());
        Map<String, String> properties = new HashMap<>();
        properties.put("datasources.default.url", MillraceServers.postgres().jdbcUrl(database));
        properties.put(
                "datasources.default.username", MillraceServers.postgres().username());
        properties.put(
                "datasources.default.password", MillraceServers.postgres().password());
        // Any free port: the shop may be running on this machine.
        properties.put("micronaut.server.port", "-1");
        properties.put("nats.default.addresses", MillraceServers.nats().url());
        if (!test.service().isEmpty()) {
            properties.put("micronaut.application.name", test.service());
        }
        return properties;
    }
}
