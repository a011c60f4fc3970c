package io.millrace.cli.streams;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which server is meant, and who asks. */
final class WhichServer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private StateFolder.Choice state;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server's address, instead of that of the shop that runs from the folder.")
    private String url;

    @Option(names = "--context", paramLabel = "NAME", description = "A context of the nats tool.")
    private String context;

    @Option(names = "--user", paramLabel = "NAME", description = "The user's name.")
    private String user;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            defaultValue = "${env:NATS_PASSWORD:-}",
            description = "The user's password; by default that of the environment variable NATS_PASSWORD.")
    private String password;

    @Option(names = "--creds", paramLabel = "FILE", description = "The user's credentials file.")
    private Path creds;

    @Option(
            names = "--inbox-prefix",
            paramLabel = "SUBJECT",
            description = "Below which this user may hear its answers; by default that of the context, or _INBOX.NAME"
                    + " where --user NAME is given.")
    private String inboxPrefix;

    /** @throws CannotSay it cannot be reached, lets nobody in, or has no JetStream */
    Broker open() {
        NatsContext given = context == null ? NatsContext.NONE : NatsContext.named(context);
        String address = url != null ? url : given.url().orElseGet(this::ofTheShop);
        Options.Builder options = to(address)
                .connectionName("millrace streams")
                .connectionTimeout(PATIENCE)
                .noReconnect();
        inboxPrefix(given).ifPresent(options::inboxPrefix);
        authenticate(options, given);
        return Broker.at(address, options);
    }

    private static Options.Builder to(String address) {
        // Of a blank one the client would take its default.
        if (address.isBlank()) {
            throw noAddress(address, null);
        }
        try {
            return new Options.Builder().server(address);
        } catch (IllegalArgumentException e) {
            throw noAddress(address, e);
        }
    }

    private static CannotSay noAddress(String address, Exception cause) {
        String shown = address.replaceFirst("//.*@", "//***@");
        return new CannotSay(
                "'%s' is no address of a NATS server, such as nats://127.0.0.1:4222.".formatted(shown), cause);
    }

    /** In nats-config each user hears the answers to itself only. A server without permissions takes any prefix. */
    private Optional<String> inboxPrefix(NatsContext given) {
        return Optional.ofNullable(inboxPrefix)
                .or(given::inboxPrefix)
                .or(() -> Optional.ofNullable(user)
                        .filter(name -> name.matches("[^\\s*>]+"))
                        .map(name -> "_INBOX." + name));
    }

    private void authenticate(Options.Builder options, NatsContext given) {
        Path file = creds == null ? given.creds().orElse(null) : creds;
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new CannotSay("There is no credentials file %s.".formatted(file));
            }
            options.authHandler(Nats.credentials(file.toString()));
        }
        String name = user == null ? given.user().orElse(null) : user;
        if (name != null) {
            String secret = password.isEmpty() ? given.password().orElse("") : password;
            options.userInfo(name.toCharArray(), secret.toCharArray());
        }
        given.token().ifPresent(token -> options.token(token.toCharArray()));
    }

    private String ofTheShop() {
        try {
            return RunningShop.in(state.folder()).run().nats();
        } catch (CommandFailure e) {
            throw new CannotSay(e.getMessage() + " Or name a server with --server URL.", e);
        }
    }
}
