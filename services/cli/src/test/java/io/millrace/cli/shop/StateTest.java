package io.millrace.cli.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    private static final ProcessId MYSELF = ProcessId.of(ProcessHandle.current());

    @TempDir
    Path folder;

    @Test
    void tellsOtherProcessesWhatRunsWhere() {
        StateFolder state = new StateFolder(folder);
        RunFile run = run(MYSELF);
        run.write(state);

        assertThat(RunFile.read(state)).contains(run);
        assertThat(RunningShop.in(state).url("orders")).hasToString("http://127.0.0.1:8082");
    }

    @Test
    void takesAProcessOfTheSameNumberAndAnotherStartForAnotherProcess() {
        ProcessId earlier = new ProcessId(MYSELF.pid(), MYSELF.started().minus(Duration.ofMinutes(1)));
        StateFolder state = new StateFolder(folder);
        run(earlier).write(state);

        assertThat(MYSELF.find()).isPresent();
        assertThat(earlier.find()).isEmpty();
        assertThatThrownBy(() -> RunningShop.in(state))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("./millrace up");
    }

    @Test
    void isUsedByOneProcessAtATime() {
        StateFolder state = new StateFolder(folder);
        try (StateLock _ = StateLock.take(state)) {
            assertThatThrownBy(() -> StateLock.take(state))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("A shop is running from " + folder);
            assertThatThrownBy(() -> Shop.empty(state, () -> {})).isInstanceOf(CommandFailure.class);
        }
        StateLock.take(state).close();
    }

    @Test
    void isEmptiedOfAllButItsLock() throws IOException {
        StateFolder state = new StateFolder(folder);
        StateLock.take(state).close();
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(state.log("orders"), "a line");

        Shop.empty(state, () -> {});

        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(state.lockFile()));
    }

    @Test
    void isNotEmptiedWhileItsDemonstrationRuns() {
        StateFolder state = new StateFolder(folder);
        StateLock.take(state).close();
        try (StateLock _ = StateLock.take(state.demo())) {
            assertThatThrownBy(() -> Shop.empty(state, () -> {})).isInstanceOf(CommandFailure.class);
        }
    }

    @Test
    void showsTheEndOfALog() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "1\n2\n3\n");

        assertThat(LogTail.lines(log, 2)).containsExactly("2", "3");
        assertThat(LogTail.lines(folder.resolve("none.log"), 2)).isEmpty();
    }

    private static RunFile run(ProcessId runner) {
        List<RunFile.Service> services =
                List.of(service("customers", 8081), service("orders", 8082), service("delivery", 8083));
        return new RunFile(runner, "nats://127.0.0.1:4222", "postgresql://localhost", services);
    }

    private static RunFile.Service service(String name, int port) {
        return new RunFile.Service(name, URI.create("http://127.0.0.1:" + port), MYSELF);
    }
}
