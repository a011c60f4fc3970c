package io.millrace.chassis.nats;

import io.micronaut.nats.connect.NatsConnectionFactoryConfig;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.loop.Loop;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Nats;
import io.nats.client.Options;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to NATS. It never keeps a service from starting: while there is no server it is tried again and again,
 * and once made it reconnects for ever.
 */
@Singleton
public final class NatsLink {

    private static final Logger LOG = LoggerFactory.getLogger(NatsLink.class);
    private static final Duration RETRY = Duration.ofMillis(250);

    /** A connection that is dead on the other side only is given up after ten to fifteen seconds, not after minutes. */
    private static final Duration PING = Duration.ofSeconds(5);

    private static final int UNANSWERED_PINGS = 2;

    private final NatsConnectionFactoryConfig configuration;
    private final ServiceIdentity identity;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Loop connecting = new Loop("nats-connect", this::connect);
    private volatile Connection connection;
    private boolean reported;
    private volatile boolean away;
    private volatile boolean stopping;

    NatsLink(NatsConnectionFactoryConfig configuration, ServiceIdentity identity) {
        this.configuration = configuration;
        this.identity = identity;
    }

    @PostConstruct
    void start() {
        connecting.start();
    }

    /** The connection, while it is up. */
    public Optional<Connection> connection() {
        return Optional.ofNullable(connection).filter(c -> c.getStatus() == Connection.Status.CONNECTED);
    }

    /** Calls back whenever the connection comes up, first or again. Called on a thread of the client: be brief. */
    public void whenConnected(Runnable listener) {
        listeners.add(listener);
        connection().ifPresent(up -> listener.run());
    }

    private Duration connect() throws InterruptedException {
        if (connection != null && connection.getStatus() != Connection.Status.CLOSED) {
            return Duration.ofHours(1);
        }
        try {
            connection = Nats.connect(options());
            LOG.info("connected to NATS at {}", connection.getConnectedUrl());
            listeners.forEach(Runnable::run);
        } catch (IOException | GeneralSecurityException e) {
            report(e);
        }
        return RETRY;
    }

    private void report(Exception e) {
        if (!reported) {
            reported = true;
            LOG.warn(
                    "NATS cannot be reached at {}: {}. Requests are answered, events wait in the outbox; trying again",
                    configuration.getAddresses().orElse(List.of()),
                    e.getMessage());
        }
    }

    private Options options() throws IOException, GeneralSecurityException {
        return configuration
                .toOptionsBuilder()
                .connectionName(identity.instance())
                .inboxPrefix(inboxPrefix())
                .maxReconnects(-1)
                .reconnectWait(RETRY)
                .pingInterval(PING)
                .maxPingsOut(UNANSWERED_PINGS)
                .connectionListener((c, event) -> changed(event))
                .errorListener(new NatsErrors())
                .build();
    }

    /** Answers come to a prefix of the service's own, so that a server can keep others from listening in. */
    private String inboxPrefix() {
        String configured = configuration.getInboxPrefix();
        return Options.DEFAULT_INBOX_PREFIX.equals(configured)
                ? Options.DEFAULT_INBOX_PREFIX + identity.service() + "."
                : configured;
    }

    private void changed(Events event) {
        switch (event) {
            case DISCONNECTED -> {
                if (!away && !stopping) {
                    LOG.warn("NATS is away; events wait in the outbox until it is back");
                }
                away = true;
            }
            case RECONNECTED -> {
                away = false;
                LOG.info("NATS is back");
                listeners.forEach(Runnable::run);
            }
            // The client gives up by itself when it is refused twice: a password that is being changed, for example.
            case CLOSED -> connecting.wake();
            default -> LOG.debug("NATS connection: {}", event);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        connecting.stop();
        if (connection != null) {
            connection.close();
        }
    }
}
