package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whoever changes a template sees in the diff what becomes of it. To renew what is kept in {@code src/test/resources/rendered}:
 * {@code ./mvnw verify -pl helm -Drenew}
 */
class SnapshotTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "rendered");

    @EveryRendering
    void isRenderedAsBefore(String values) {
        Path kept = KEPT.resolve(values);
        String rendered = TestChart.copy().render(values).yaml();
        if (System.getProperty("renew") != null) {
            Folders.write(kept, rendered);
        }

        assertThat(Files.exists(kept)).as("%s is there; -Drenew makes it", kept).isTrue();
        assertThat(rendered).isEqualTo(Folders.read(kept));
    }
}
