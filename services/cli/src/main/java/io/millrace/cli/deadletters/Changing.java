package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that redrive and discard share, and how a change goes from service to service. */
final class Changing {

    /** What one request changes at most. */
    private static final long MOST = 100_000;

    @Mixin
    private Services services;

    @Mixin
    private Filter filter;

    @Option(
            names = "--position",
            paramLabel = "N",
            split = ",",
            description = "Only those at these positions of the stream; together with --consumer.")
    private List<Long> positions = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            description = "No more than that, by consumer and position.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; recorded with each, behind your user name.")
    private String reason;

    @Option(names = "--dry-run", description = "Count them, and leave them as they are.")
    private boolean dryRun;

    @Option(names = "--json", description = "For programs: an object a service.")
    private boolean json;

    boolean dryRun() {
        return dryRun;
    }

    boolean json() {
        return json;
    }

    /** Whether nothing says which ones are meant. */
    boolean meansAll() {
        return filter.isEmpty() && positions.isEmpty();
    }

    /** How many are meant, no more than the limit. */
    long count(String what, UnaryOperator<ObjectNode> more, Consumer<ObjectNode> told) {
        AtomicLong count = new AtomicLong();
        services.each(letters -> {
            ObjectNode answer =
                    letters.change(what, more.apply(filter.body(positions)).put("dryRun", true));
            count.addAndGet(answer.path("matched").asLong());
            told.accept(answer);
            return true;
        });
        return Math.min(count.get(), limit);
    }

    /** Changes them. Returns how many were changed. */
    long make(String what, UnaryOperator<ObjectNode> more, Consumer<ObjectNode> told) {
        AtomicLong changed = new AtomicLong();
        services.each(letters -> {
            ObjectNode body = more.apply(filter.body(positions))
                    .put("limit", Math.min(MOST, limit - changed.get()))
                    .put("reason", why());
            ObjectNode answer = letters.change(what, body);
            changed.addAndGet(answer.path("changed").asLong());
            told.accept(answer);
            return changed.get() < limit;
        });
        return changed.get();
    }

    private String why() {
        String who = System.getProperty("user.name", "somebody");
        return reason == null ? who : who + ": " + reason;
    }
}
