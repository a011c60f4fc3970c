package io.millrace.chassis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.chassis.ServiceIdentity;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What a stream should look like, as declared in {@code nats-config}: the file of its own name, or else the template that
 * every other service gets.
 */
@Singleton
class StreamDeclarations {

    private static final String FOLDER = "nats-config/";

    RawStreamConfig of(String service) {
        String stream = ServiceIdentity.streamOf(service);
        String own = FOLDER + "streams/" + stream + ".json";
        return parsed(stream, exists(own) ? read(own) : fromTemplate(service, stream));
    }

    /** A stream that has a file of its own name. */
    RawStreamConfig named(String stream) {
        return parsed(stream, read(FOLDER + "streams/" + stream + ".json"));
    }

    private static RawStreamConfig parsed(String stream, String json) {
        try {
            return RawStreamConfig.parse(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the declaration of stream " + stream + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String fromTemplate(String service, String stream) {
        return read(FOLDER + "streams/stream-template.json")
                .replace("${STREAM}", stream)
                .replace("${service}", service);
    }

    private static boolean exists(String resource) {
        return StreamDeclarations.class.getClassLoader().getResource(resource) != null;
    }

    private static String read(String resource) {
        try (InputStream in = StreamDeclarations.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "no " + resource + " on the class path: add millrace-nats-config to the dependencies");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
