package io.millrace.chassis.consumer;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.millrace.chassis.ServiceIdentity;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at start which handlers the build has not seen. */
@Singleton
final class DescriptionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DescriptionCheck.class);

    private final HandlerBeans handlers;
    private final ServiceIdentity identity;
    private final ResourceResolver resources;
    private final ObjectMapper json;

    DescriptionCheck(HandlerBeans handlers, ServiceIdentity identity, ResourceResolver resources, ObjectMapper json) {
        this.handlers = handlers;
        this.identity = identity;
        this.resources = resources;
        this.json = json;
    }

    void warn() {
        missing()
                .forEach(missing -> LOG.warn(
                        "{}, and the build did not see it: it is neither in the service's AsyncAPI document nor named"
                                + " by 'millrace contracts check'. It is handled as any other.",
                        missing));
    }

    List<String> missing() {
        return DescribedHandlers.missing(
                identity.service(), handlers.all(), described().toList());
    }

    private Stream<JsonNode> described() {
        return resources.getResources("classpath:" + DescribedHandlers.RESOURCE).flatMap(this::read);
    }

    /** What cannot be read is no reason not to start. */
    private Stream<JsonNode> read(URL url) {
        try (InputStream in = url.openStream()) {
            return Stream.of(json.readValue(in, Argument.of(JsonNode.class)));
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so handlers are not compared with it: {}", url, e.getMessage());
            return Stream.empty();
        }
    }
}
