package io.millrace.cli.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumersCommandTest {

    private final FakeConsumer service = new FakeConsumer();

    @AfterEach
    void closeService() {
        service.close();
    }

    @Test
    void aLogGetsLinesInsteadOfABar() {
        CommandRun run = run("rebuild");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("\r", "[#");
        assertThat(run.out()).containsPattern("(?m)^rebuild \\d+%  position ");
        assertThat(run.out().lines()).last().asString().startsWith("delivery-orders ");
    }

    @Test
    void whoGoesBackSaysWhatBecomesOfReactions() {
        CommandRun unclear = run("reset", "--to", "start", "--confirm", "delivery-orders");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(unclear.err())
                .startsWith(
                        "Say --reactions skip or --reactions again: delivery-orders would go back from position 15.");

        CommandRun clear = run("reset", "--to", "start", "--reactions", "skip", "--confirm", "delivery-orders");
        assertThat(clear.exitCode()).as(clear.err()).isZero();
        assertThat(service.asked())
                .last()
                .isEqualTo("{\"to\":\"start\",\"confirm\":\"delivery-orders\",\"reactions\":\"SKIP\"}");
    }

    @Test
    void wrongOptionsAreNamedAsTheyAreWritten() {
        CommandRun unsure = run("reset", "--to", "end", "--confirm", "delivery");
        assertThat(unsure.exitCode()).isEqualTo(2);
        assertThat(unsure.err()).startsWith("--confirm must be delivery-orders, to say that this is meant.");
        assertThat(service.asked()).isEmpty();

        CommandRun behind = run("reset", "--to", "999", "--confirm", "delivery-orders");
        assertThat(behind.exitCode()).isEqualTo(2);
        assertThat(behind.err()).startsWith("--to must be 15 at most, where stream ORDERS ends.");
    }

    private CommandRun run(String command, String... options) {
        return CommandRun.of(Stream.concat(
                        Stream.of("consumers", command, "delivery-orders", "--url", service.url()), Stream.of(options))
                .toArray(String[]::new));
    }
}
