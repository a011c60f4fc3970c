package io.millrace.cli.importing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedPathTest {

    @TempDir
    Path folder;

    @Test
    void isBesideTheInput() {
        assertThat(RefusedPath.of(folder.resolve("orders.csv"), Path.of("/elsewhere")))
                .isEqualTo(folder.resolve("orders.refused.csv"));
        assertThat(RefusedPath.of(folder.resolve("orders.txt"), Path.of("/elsewhere")))
                .isEqualTo(folder.resolve("orders.txt.refused.csv"));
    }

    @Test
    void isElsewhereIfTheInputsFolderIsReadOnly() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(RefusedPath.of(readOnly.resolve("orders.csv"), folder))
                .isEqualTo(folder.resolve("orders.refused.csv"));
    }
}
