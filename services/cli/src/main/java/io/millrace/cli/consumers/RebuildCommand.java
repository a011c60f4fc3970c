package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.Terminal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace consumers rebuild}. */
@Command(
        name = "rebuild",
        header = "Rebuild the tables of a consumer's projections from the first event on.",
        description = {
            "",
            "Copies are filled beside the tables that serve, and take their place in one transaction when they hold"
                    + " all that was handled. Reactions are not called. Ctrl-C ends the watching, not the rebuild.",
            ""
        })
final class RebuildCommand extends ConsumerCommand {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int WIDTH = 30;

    @Option(names = "--no-wait", description = "Ask for it and do not watch.")
    private boolean noWait;

    @Override
    JsonNode act(Consumers all, String name) {
        JsonNode consumer = all.post(name, "rebuild");
        boolean shown = !noWait && !isForPrograms();
        boolean drawn = shown && Terminal.find().isPresent();
        int quarter = 0;
        while (!noWait && isGoingOn(consumer)) {
            if (drawn) {
                draw(consumer.path("rebuild"));
            } else if (shown) {
                quarter = tell(consumer.path("rebuild"), quarter);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            consumer = all.get(name);
        }
        JsonNode rebuild = consumer.path("rebuild");
        if (drawn) {
            draw(rebuild);
            out().println();
        }
        if (rebuild.path("state").asText().equals("FAILED")) {
            throw new CommandFailure("The rebuild ended, and the tables stay as they were: "
                    + rebuild.path("error").asText());
        }
        return consumer;
    }

    private static boolean isGoingOn(JsonNode consumer) {
        return switch (consumer.path("rebuild").path("state").asText()) {
            case "REQUESTED", "RUNNING" -> true;
            default -> false;
        };
    }

    private void draw(JsonNode rebuild) {
        int done = WIDTH * percent(rebuild) / 100;
        out().print("\r[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + state(rebuild) + "        ");
        out().flush();
    }

    /** A line whenever a quarter has been passed, for a log. Returns the quarter that was told last. */
    private int tell(JsonNode rebuild, int toldQuarter) {
        int quarter = percent(rebuild) / 25;
        if (quarter > toldQuarter) {
            out().println("rebuild " + state(rebuild));
            out().flush();
        }
        return Math.max(quarter, toldQuarter);
    }

    private static String state(JsonNode rebuild) {
        String left = rebuild.path("secondsLeft").isNumber()
                ? ", about " + rebuild.path("secondsLeft").asLong() + " s left"
                : "";
        return percent(rebuild) + "%  position " + ConsumerTable.number(rebuild.path("position")) + left;
    }

    private static int percent(JsonNode rebuild) {
        return rebuild.path("percent").asInt();
    }
}
