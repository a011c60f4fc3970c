package io.millrace.chassis.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes streams as they are declared in {@code nats-config}. What exists is left as it is; what is unlike its declaration
 * is said, once.
 */
@Singleton
public final class DeclaredStreams {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredStreams.class);

    /** More replicas come with more servers, and the relay switches atomic batches on where it likes them. */
    private static final Set<String> DECIDED_ELSEWHERE = Set.of("num_replicas", "allow_atomic");

    private final StreamDeclarations declarations;
    private final Map<String, String> said = new ConcurrentHashMap<>();

    DeclaredStreams(StreamDeclarations declarations) {
        this.declarations = declarations;
    }

    /** Makes a stream that has a file of its own name. */
    public void ensure(Connection connection, String stream) throws IOException, JetStreamApiException {
        ensure(connection, stream, () -> declarations.named(stream));
    }

    void ensure(Connection connection, String stream, Supplier<RawStreamConfig> declaration)
            throws IOException, JetStreamApiException {
        Optional<RawStreamConfig> found = RawStreamConfig.find(connection, stream);
        RawStreamConfig declared = declaration.get().asKnownTo(connection.getServerInfo());
        if (found.isPresent()) {
            sayWhatDiffers(found.get(), declared);
        } else {
            declared.create(connection);
            LOG.info("created stream {} for {}", stream, declared.fields().get("subjects"));
        }
    }

    private void sayWhatDiffers(RawStreamConfig actual, RawStreamConfig declared) {
        String differences = actual.differencesFrom(declared).stream()
                .filter(difference -> !DECIDED_ELSEWHERE.contains(difference.field()))
                .map(difference ->
                        difference.field() + " is " + difference.fromText() + ", declared " + difference.toText())
                .collect(Collectors.joining("; "));
        if (!differences.equals(said.put(actual.stream(), differences)) && !differences.isEmpty()) {
            LOG.warn(
                    "stream {} is not as it is declared, and is left as it is: {}. './millrace streams plan' tells more",
                    actual.stream(),
                    differences);
        }
    }
}
