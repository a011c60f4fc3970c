package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.CommandRun;
import io.millrace.testkit.nats.NatsServer;
import org.junit.jupiter.api.Test;

/** A server that takes one stream and no more. */
class BrokenOffIT {

    @Test
    void programsLearnWhatWasDoneBeforeTheServerRefused() throws Exception {
        try (NatsServer server = NatsServer.temporary("""

                accounts {
                  MILLRACE {
                    jetstream: { max_streams: 1 }
                    users: [ { user: operator, password: secret } ]
                  }
                }
                """)) {
            CommandRun apply = CommandRun.of(
                    "streams",
                    "apply",
                    "--server",
                    server.url(),
                    "--user",
                    "operator",
                    "--inbox-prefix",
                    "_INBOX",
                    "--password",
                    "secret",
                    "--json");

            assertThat(apply.exitCode()).as(apply.out() + apply.err()).isEqualTo(2);
            JsonNode said = new JsonMapper().readTree(apply.out());
            assertThat(said.path("done")).hasSize(1);
            assertThat(said.at("/done/0/deed").asText()).isEqualTo("created");
            assertThat(said.path("brokenOff").asText()).isEqualTo(apply.err().strip());
        }
    }
}
