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

class RepublishCommandTest {

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
    void tellsWhatWasPutBack() {
        CommandRun run = republish("delivery");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("delivery")
                .contains("event-1 at 976")
                .contains("event-2 at 977")
                .contains("The relay publishes it now");
    }

    @Test
    void changesNothingInADryRun() {
        assertThat(republish("delivery", "--dry-run").out()).contains("Nothing was changed");
        assertThat(republish("delivery", "--dry-run", "--json").out()).contains("\"dryRun\" : true");
    }

    @Test
    void saysWhatIsWrongWithTheBeginning() {
        CommandRun run = republish("delivery", "--since", "yesterday");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("since: must be a time");
        assertThat(republish("delivery", "--since", "x", "--after-event", "y").exitCode())
                .isEqualTo(2);
    }

    @Test
    void namesTheServicesThatThereAre() {
        CommandRun run = republish("billing");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No service 'billing' answers; these run: delivery.");
    }

    @Test
    void teachesItsUse() {
        assertThat(CommandRun.of("outbox", "republish", "--help").out())
                .contains("--dry-run", "./millrace outbox republish orders", "GIVEN UP");
        assertThat(CommandRun.of("outbox").exitCode()).isEqualTo(2);
    }

    private CommandRun republish(String... options) {
        List<String> command = new ArrayList<>(List.of("outbox", "republish", "--state", folder.toString()));
        command.addAll(List.of(options));
        return CommandRun.of(command.toArray(String[]::new));
    }
}
