package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A live server's streams. Whatever it does not do is said in one sentence. */
final class Broker implements AutoCloseable {

    private static final int UNAVAILABLE = 503;

    private final String url;
    private final Connection connection;
    private final AtomicReference<String> refusal;

    private Broker(String url, Connection connection, AtomicReference<String> refusal) {
        this.url = url;
        this.connection = connection;
        this.refusal = refusal;
    }

    /** @throws CannotSay it cannot be reached, lets nobody in, or has no JetStream */
    static Broker at(String url, Options.Builder options) {
        AtomicReference<String> refusal = new AtomicReference<>("");
        try {
            Connection connection =
                    Nats.connect(options.errorListener(new Refusals(refusal)).build());
            Broker broker = new Broker(url, connection, refusal);
            broker.requireJetStream();
            return broker;
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotSay(Unreachable.sentence(url, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotSay("Interrupted.", e);
        }
    }

    /** A missing right is told on the side: the request itself is never answered. */
    private record Refusals(AtomicReference<String> last) implements ErrorListener {

        @Override
        public void errorOccurred(Connection connection, String error) {
            last.set(error);
        }
    }

    private void requireJetStream() {
        if (!connection.getServerInfo().isJetStreamAvailable()) {
            close();
            throw new CannotSay("The NATS server at %s has no JetStream: start it with -js, or with a jetstream block."
                    .formatted(url));
        }
    }

    Connection connection() {
        return connection;
    }

    String version() {
        return connection.getServerInfo().getVersion();
    }

    List<String> names() {
        return asked(
                "what streams there are", () -> connection.jetStreamManagement().getStreamNames());
    }

    Optional<RawStreamConfig> stream(String name) {
        return asked("how stream " + name + " is", () -> RawStreamConfig.find(connection, name));
    }

    Optional<RawConsumerConfig> consumer(String stream, String name) {
        return asked(
                "how consumer %s of %s is".formatted(name, stream),
                () -> RawConsumerConfig.find(connection, stream, name));
    }

    /** @throws CannotSay it is refused; the sentence says what the server says */
    void create(RawStreamConfig stream) {
        asked("to create stream " + stream.stream(), () -> stream.create(connection));
    }

    /** @throws CannotSay it is refused; the sentence says what the server says */
    void update(RawStreamConfig stream) {
        asked("to change stream " + stream.stream(), () -> stream.update(connection));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, JetStreamApiException;
    }

    private <T> T asked(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (JetStreamApiException e) {
            throw new CannotSay(
                    e.getErrorCode() == UNAVAILABLE
                            ? "JetStream at %s does not serve this account: %s.".formatted(url, e.getErrorDescription())
                            : "%s refuses %s: %s.".formatted(url, what, e.getErrorDescription()),
                    e);
        } catch (IOException e) {
            throw new CannotSay(
                    refusal.get().isEmpty()
                            ? "%s does not answer %s: %s.".formatted(url, what, e.getMessage())
                            : "This user has no right to ask %s %s: %s.".formatted(url, what, refusal.get()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
