package io.millrace.chassis.stream;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.nats.NatsConfigFiles;
import jakarta.inject.Singleton;

/**
 * What a stream should look like, as declared in {@code nats-config}: the file of its own name, or else the template that
 * every other service gets.
 */
@Singleton
class StreamDeclarations {

    RawStreamConfig of(String service) {
        String stream = ServiceIdentity.streamOf(service);
        return parsed(stream, NatsConfigFiles.find(file(stream)).orElseGet(() -> fromTemplate(service, stream)));
    }

    /** A stream that has a file of its own name. */
    RawStreamConfig named(String stream) {
        return parsed(stream, NatsConfigFiles.read(file(stream)));
    }

    private static String file(String stream) {
        return "streams/" + stream + ".json";
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
        return NatsConfigFiles.read("streams/stream-template.json")
                .replace("${STREAM}", stream)
                .replace("${service}", service);
    }
}
