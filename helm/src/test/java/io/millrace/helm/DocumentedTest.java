package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedTest {

    private static final JsonNode VALUES =
            Rendered.documents(TestChart.read("values.yaml")).findFirst().orElseThrow();

    private final String readme = Folders.read(Path.of("README.md"));

    @Test
    void everyKeyOfTheValuesIsExplained() {
        assertThat(Stream.concat(VALUES.properties().stream(), VALUES.path("defaults").properties().stream())
                        .map(Map.Entry::getKey))
                .hasSizeGreaterThan(25)
                .allMatch(key -> readme.matches("(?s).*\n\\| [^|]*`" + key + "[`.].*"));
    }
}
