package io.millrace.cli.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.Count;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace outbox adopt}. */
@Command(
        name = "adopt",
        header = "Go on with a database that is older than its stream.",
        description = {
            "",
            "A relay whose stream holds events that the service's database has never sent stops, and says so in"
                    + " 'millrace status': the database was restored from an earlier backup. The best repair is to restore"
                    + " the newest state. Where there is none, this command has the database take over what the stream"
                    + " holds: events of its outbox that are in the stream are dropped, so nothing is published twice, and"
                    + " the relay goes on behind the end of the stream.",
            "",
            "The service's own tables are not mended: they lack the changes whose events the stream has. Compare them with"
                    + " the stream, and mend them, before the service is used.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace outbox adopt orders --dry-run",
            "  ./millrace outbox adopt orders --confirm orders"
        })
final class AdoptCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Parameters(paramLabel = "SERVICE", description = "The service whose database was restored.")
    private String service;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--confirm",
            paramLabel = "SERVICE",
            description = "The service's name once more, to say that this is meant.")
    private String confirm = "";

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        if (!dryRun && !confirm.equals(service)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say that it is meant with --confirm %s, or look with --dry-run.".formatted(service));
        }
        RunningShop shop = RunningShop.in(state.folder());
        try (RestClient rest = new RestClient(TIMEOUT)) {
            URI leader = RelayLeader.of(shop, service, rest);
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
            Answer answer = rest.post(leader.resolve("/messaging/outbox/adopt"), request);
            if (!answer.succeeded()) {
                throw new CommandFailure(answer.problem());
            }
            print(answer.body());
        } catch (IOException failure) {
            throw new CommandFailure(service + " did not answer: " + failure.getMessage() + ".", failure);
        }
        return 0;
    }

    private String words(JsonNode result) {
        long end = result.path("streamEndsAt").asLong();
        if (result.path("unknown").asLong() == 0) {
            return "The database knows all that its stream holds, up to %,d: nothing is to be done.".formatted(end);
        }
        return "The stream ends at %,d, the database knew it up to %,d: it holds %s of %s that the database has not sent%s.%n%s"
                .formatted(
                        end,
                        result.path("knownUpTo").asLong(),
                        Count.of(result.path("unknown").asLong(), "event"),
                        service,
                        foreign(result.path("foreign").asLong()),
                        dryRun
                                ? "Nothing was changed (--dry-run)."
                                : dropped(result.path("dropped").asLong()));
    }

    private String foreign(long messages) {
        return messages == 0
                ? ""
                : ", and %s that %s of %s"
                        .formatted(
                                Count.of(messages, "message"),
                                messages == 1 ? "is no event" : "are no events",
                                service);
    }

    private static String dropped(long events) {
        return "%s of the outbox %s among them; the relay goes on."
                .formatted(Count.of(events, "event"), events == 1 ? "was" : "were");
    }

    private void print(JsonNode result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(result.toPrettyString());
        } else {
            out.println(words(result));
        }
        out.flush();
    }
}
