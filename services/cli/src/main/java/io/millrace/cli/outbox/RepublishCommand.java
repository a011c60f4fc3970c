package io.millrace.cli.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace outbox republish}. */
@Command(
        name = "republish",
        header = "Put back into a service's outbox what its stream has lost.",
        description = {
            "",
            "A relay whose stream ends before the last event that it sent stops, and says so in 'millrace status': the"
                    + " broker was restored from a backup, or lost its last writes with the power. This command puts what"
                    + " is missing back into the outbox, in front of all that waits there. The relay then publishes it in"
                    + " the old order, so that every event stands where it stood before and consumers go on by themselves."
                    + " What the stream holds is never published twice, so the command may be repeated.",
            "",
            "Without --since or --after-event it is everything that is missing; look with --dry-run first. With one of"
                    + " them, missing events before that are GIVEN UP: nobody can bring them back afterwards. A --since"
                    + " in the future accepts the loss of all.",
            "",
            "FIRST and LAST are the ids of events and where they stood in the stream.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace outbox republish orders --dry-run",
            "  ./millrace outbox republish orders",
            "  ./millrace outbox republish orders --since 2026-05-01T09:30:00Z",
            "  ./millrace outbox republish orders --dry-run --json | jq .count"
        })
final class RepublishCommand implements Callable<Integer> {

    /** Thousands of events a second are put back. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Parameters(paramLabel = "SERVICE", description = "The service whose stream has lost events.")
    private String service;

    @ArgGroup
    private Beginning beginning = new Beginning();

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    /** Where to begin. */
    static final class Beginning {

        @Option(names = "--since", paramLabel = "TIME", description = "Only what was sent at this time or later.")
        private String since;

        @Option(names = "--after-event", paramLabel = "ID", description = "Only what was sent after this event.")
        private String afterEvent;
    }

    @Override
    public Integer call() {
        RunningShop shop = RunningShop.in(state.folder());
        try (RestClient rest = new RestClient(TIMEOUT)) {
            URI leader = RelayLeader.of(shop, service, rest);
            Answer answer = rest.post(leader.resolve("/messaging/outbox/republish"), request());
            if (!answer.succeeded()) {
                throw new CommandFailure(answer.problem());
            }
            print(answer.body());
        } catch (IOException failure) {
            throw new CommandFailure(service + " did not answer: " + failure.getMessage() + ".", failure);
        }
        return 0;
    }

    private ObjectNode request() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
        if (beginning.since != null) {
            body.put("since", beginning.since);
        }
        if (beginning.afterEvent != null) {
            body.put("afterEvent", beginning.afterEvent);
        }
        return body;
    }

    private void print(JsonNode result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(result.toPrettyString());
            out.flush();
        } else {
            new RepublishTable(out, spec.commandLine().getColorScheme().ansi()).print(service, result);
        }
    }
}
