package io.millrace.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void stopsTheProcessThatTheFileNames() throws IOException {
        LeftOver.stop(pidFile(), program());
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void leavesAnotherProgramAloneThatGotTheSameNumber() throws IOException {
        LeftOver.stop(pidFile(), "nats-server");
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void isContentWithoutAFileOrANumberInIt() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd"), "none");
        assertThatCode(() -> LeftOver.stop(folder.resolve("missing"), program()))
                .doesNotThrowAnyException();
        assertThatCode(() -> LeftOver.stop(odd, program())).doesNotThrowAnyException();
    }

    private Path pidFile() throws IOException {
        return Files.writeString(folder.resolve("pid"), process.pid() + "\nmore\n");
    }

    private String program() {
        return Path.of(process.info().command().orElseThrow()).getFileName().toString();
    }
}
