package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace consumers reset}. */
@Command(
        name = "reset",
        header = "Have a consumer go on elsewhere in its stream.",
        description = {
            "",
            "The answer to a stream that was damaged: recreated, purged, restored from an older backup. Going forward"
                    + " passes over events, going back has projections handle them again. To build tables anew, rebuild"
                    + " them instead: that passes over nothing and doubles nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace consumers reset delivery-orders --to end --confirm delivery-orders",
            "  ./millrace consumers reset delivery-orders --to 2026-01-31T10:00:00Z --reactions skip \\",
            "      --confirm delivery-orders"
        })
final class ResetCommand extends ConsumerCommand {

    enum Reactions {
        SKIP,
        AGAIN
    }

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PLACE",
            description = "start, end, a sequence behind which it goes on, or a time (RFC 3339).")
    private String to;

    @Option(
            names = "--confirm",
            required = true,
            paramLabel = "CONSUMER",
            description = "The consumer's name once more, to say that this is meant.")
    private String confirm;

    @Option(
            names = "--reactions",
            paramLabel = "skip|again",
            description =
                    "Where it goes back: whether reactions that happened are skipped or happen again. For a stream"
                            + " that was created anew, its events are new too: again.")
    private Reactions reactions;

    @Override
    JsonNode act(Consumers all, String consumer) {
        if (!confirm.equals(consumer)) {
            throw wrong("--confirm must be %s, to say that this is meant.".formatted(consumer));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("to", to).put("confirm", confirm);
        if (reactions != null) {
            body.put("reactions", reactions.name().toUpperCase(Locale.ROOT));
        }
        Answer answer = all.ask(consumer, "reset", body);
        if (answer.reasonAgainst("reactions").isPresent()) {
            throw wrong("Say --reactions skip or --reactions again: " + answer.detail());
        }
        answer.reasonAgainst("to").ifPresent(reason -> {
            throw wrong("--to %s.".formatted(reason));
        });
        return Consumers.checked(answer).body();
    }
}
