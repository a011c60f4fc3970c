package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters show}. */
@Command(
        name = "show",
        header = "Show all there is about one dead letter: headers, body, reason, stack, and what was done about it.",
        description = {"", "Also shows events that wait behind a dead letter or are tried again.", ""},
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters show delivery-orders 17",
            "  ./millrace dead-letters show delivery-orders 17 --json | jq -r .body"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Services services;

    @Parameters(index = "0", paramLabel = "CONSUMER", description = "Such as delivery-orders.")
    private String consumer;

    @Parameters(index = "1", paramLabel = "POSITION", description = "The event's sequence in its stream.")
    private long position;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode letter = find();
        out.println(json ? letter.toString() : LetterText.of(letter));
        out.flush();
        return 0;
    }

    private ObjectNode find() {
        AtomicReference<Optional<ObjectNode>> found = new AtomicReference<>(Optional.empty());
        services.each(letters -> {
            found.set(letters.show(consumer, position));
            return found.get().isEmpty();
        });
        return found.get()
                .orElseThrow(() -> new CommandFailure(
                        "Nothing is parked for %s at position %,d: it was handled or discarded, or never failed."
                                .formatted(consumer, position)));
    }
}
