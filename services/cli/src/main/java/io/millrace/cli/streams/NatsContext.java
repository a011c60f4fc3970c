package io.millrace.cli.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the nats tool keeps under a name: where a server is, and who asks. */
record NatsContext(JsonNode json) {

    static final NatsContext NONE = new NatsContext(JsonNodeFactory.instance.objectNode());

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws CannotSay there is none of that name */
    static NatsContext named(String name) {
        Path file = folder().resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new CannotSay("There is no context %s: %s is missing.".formatted(name, file));
        }
        try {
            return new NatsContext(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new CannotSay("The context %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static Path folder() {
        String configured = System.getenv("XDG_CONFIG_HOME");
        Path config = configured == null || configured.isBlank() ? home().resolve(".config") : Path.of(configured);
        return config.resolve("nats/context");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    Optional<String> url() {
        return text("url");
    }

    Optional<String> user() {
        return text("user");
    }

    Optional<String> password() {
        return text("password");
    }

    Optional<String> token() {
        return text("token");
    }

    Optional<String> inboxPrefix() {
        return text("inbox_prefix");
    }

    Optional<Path> creds() {
        return text("creds").map(creds -> creds.startsWith("~/") ? home().resolve(creds.substring(2)) : Path.of(creds));
    }

    private Optional<String> text(String field) {
        return Optional.of(json.path(field).asText("")).filter(text -> !text.isEmpty());
    }
}
