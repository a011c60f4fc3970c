package io.millrace.chassis.config;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The settings of {@code millrace-defaults.yml}, which everything else that is configured goes before. */
@ContextConfigurer
public final class ServiceDefaults implements ApplicationContextConfigurer {

    private static final String FILE = "/io/millrace/chassis/millrace-defaults.yml";
    private static final int BEHIND_ALL_OTHERS = -10_000;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(read());
        if (LogFormat.current() == LogFormat.JSON) {
            // It is drawn, not logged: whoever reads an object a line could not read it.
            builder.banner(false);
        }
    }

    static PropertySource read() {
        try (InputStream file = ServiceDefaults.class.getResourceAsStream(FILE)) {
            return PropertySource.of(
                    "millrace-defaults", new YamlPropertySourceLoader().read(FILE, file), BEHIND_ALL_OTHERS);
        } catch (IOException e) {
            throw new UncheckedIOException("The chassis lacks its own " + FILE, e);
        }
    }
}
