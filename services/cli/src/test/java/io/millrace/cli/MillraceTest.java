package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import some.csv --customers",
                "import some.csv --orders",
                "up --payment-provider",
                "consumers list --url",
                "consumers pause delivery-orders --url",
                "sagas list --url",
                "sagas show 1 --url"
            })
    void saysInOneSentenceWhatIsNoAddress(String command) {
        for (String address :
                new String[] {"here", "127.0.0.1:8081", "ftp://here", "http://", "http:///x", "http://a b"}) {
            CommandRun run = CommandRun.of(Stream.concat(Stream.of(command.split(" ")), Stream.of(address))
                    .toArray(String[]::new));

            assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
            assertThat(run.err()).contains("'%s' is no address such as http://127.0.0.1:8081".formatted(address));
        }
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
