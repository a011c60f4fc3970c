package io.millrace.cli.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import io.millrace.cli.FakeShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandTest {

    @TempDir
    Path folder;

    private FakeShop shop;

    @BeforeEach
    void runs() {
        shop = FakeRun.in(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tellsEventsFromOtherMessages() {
        CommandRun run = adopt("--dry-run");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "The stream ends at 977, the database knew it up to 975: it holds 1 event of delivery that the"
                                + " database has not sent, and 1 message that is no event of delivery.",
                        "Nothing was changed (--dry-run).");
    }

    @Test
    void saysWhatWasDropped() {
        CommandRun run = adopt("--confirm", "delivery");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("1 event of the outbox was among them; the relay goes on.%n".formatted());
    }

    @Test
    void isMeant() {
        CommandRun run = adopt();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Say that it is meant with --confirm delivery, or look with --dry-run.");
        assertThat(adopt("--confirm", "orders").exitCode()).isEqualTo(2);
    }

    private CommandRun adopt(String... options) {
        List<String> command = new ArrayList<>(List.of("outbox", "adopt", "delivery", "--state", folder.toString()));
        command.addAll(List.of(options));
        return CommandRun.of(command.toArray(String[]::new));
    }
}
