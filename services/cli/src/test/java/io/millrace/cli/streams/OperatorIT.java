package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.nats.NatsConfigFiles;
import io.millrace.cli.CommandRun;
import io.millrace.testkit.nats.NatsServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users with the permissions of nats-config, each of whom hears the answers to itself only. */
class OperatorIT {

    private NatsServer server;

    @BeforeEach
    void start() {
        server = NatsServer.temporary("""

            accounts {
              MILLRACE {
                jetstream: enabled
                users: [
                  %s
                  %s
                  { user: ci, password: secret, permissions { publish: "$JS.API.>", subscribe: "_INBOX.build.>" } }
                ]
              }
            }
            """.formatted(shipped("operator"), shipped("reader")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theOperatorOfAProductionMakesItsStreams() {
        assertThat(streams("plan", "operator").out()).containsPattern("ORDERS +missing +safe: creates it");

        CommandRun apply = streams("apply", "operator");

        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).contains("ORDERS: created.", "All is as declared.");
        assertThat(streams("drift", "operator").exitCode()).isZero();
    }

    @Test
    void whoMayLookIsToldWhatDiffers() {
        CommandRun drift = streams("drift", "reader");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isEqualTo(1);
        assertThat(drift.out()).containsPattern("ORDERS +missing");
    }

    @Test
    void aUserMayHearItsAnswersElsewhere() {
        assertThat(streams("plan", "ci").exitCode()).isEqualTo(2);

        CommandRun plan = streams("plan", "ci", "--inbox-prefix", "_INBOX.build");

        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    private CommandRun streams(String command, String user, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("streams", command, "--server", server.url(), "--user", user, "--password", "secret"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static String shipped(String user) {
        return "{ user: %s, password: secret, permissions {%n%s%n} }"
                .formatted(user, NatsConfigFiles.read("accounts/" + user + ".conf"));
    }
}
