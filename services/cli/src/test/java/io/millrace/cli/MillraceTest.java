package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillraceTest {

    @TempDir
    Path folder;

    @Test
    void teachesEveryCommandWithAnExample() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("./millrace up ", "./millrace demo --exit", "./millrace status", "./millrace reset")
                .contains("./millrace import online-retail.csv");
        for (String command : Millrace.commandLine().getSubcommands().keySet()) {
            assertThat(CommandRun.of(command, "--help").out())
                    .contains("Example")
                    .contains("./millrace " + command);
        }
    }

    @Test
    void answersWrongUsageWithTwo() {
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("fly").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("fly").err())
                .startsWith("There is no command 'fly', but these: up, demo, import, status")
                .contains("./millrace --help tells more.");
        assertThat(CommandRun.of("import").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("up", "--only", "customers,tickets").err())
                .startsWith("--only knows customers, orders, delivery, inventory, billing, but not 'tickets'.");
        assertThat(CommandRun.of("up", "--logs", "kafka").exitCode()).isEqualTo(2);
    }

    @Test
    void saysInOneSentenceThatNoShopRuns() {
        CommandRun status = CommandRun.of("status", "--state", folder.toString());

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.err())
                .isEqualToIgnoringNewLines(
                        "No shop is running from %s: start one with ./millrace up.".formatted(folder));
    }

    @Test
    void namesThePortInUseAndWhoWantsItBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = taken.getLocalPort() - 2;
            CommandRun up = CommandRun.of("up", "--state", folder.toString(), "--port-base", Integer.toString(base));

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.err())
                    .contains("Port %d, which orders wants, is in use".formatted(taken.getLocalPort()))
                    .contains("--port-base");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void emptiesOnlyTheStateFolderOfAShop() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");

        CommandRun reset = CommandRun.of("reset", "--yes", "--state", folder.toString());

        assertThat(reset.exitCode()).isEqualTo(1);
        assertThat(reset.err()).contains("not the state folder of a shop");
        assertThat(precious).exists();
    }
}
