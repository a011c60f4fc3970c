package io.millrace.chassis.api;

import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;

/** The files of the Swagger UI webjar, whichever version of it is on the class path. */
@Singleton
final class SwaggerUi {

    private static final String POM = "classpath:META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FILES = "classpath:META-INF/resources/webjars/swagger-ui/";

    private final ResourceResolver resources;
    private final String version;

    SwaggerUi(ResourceResolver resources) throws IOException {
        this.resources = resources;
        this.version = version(resources);
    }

    Optional<URL> file(String name) {
        return resources.getResource(FILES + version + "/" + name);
    }

    private static String version(ResourceResolver resources) throws IOException {
        try (InputStream pom = resources.getResourceAsStream(POM).orElseThrow()) {
            Properties properties = new Properties();
            properties.load(pom);
            return properties.getProperty("version");
        }
    }
}
