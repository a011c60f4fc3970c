package io.millrace.chassis.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a process writes, for each word that {@code MILLRACE_LOGS} may be. */
class LogLinesTest {

    @Test
    void areObjectsWithTheIdsOfWhatIsWorkedOn() throws Exception {
        List<String> lines = written("json");

        assertThat(lines).hasSize(1);
        assertThat(written("JSON").getFirst()).startsWith("{");
        JsonNode line = JsonMapper.createDefault().readValue(lines.getFirst(), JsonNode.class);
        assertThat(line.get("level").getStringValue()).isEqualTo("INFO");
        assertThat(line.get("formattedMessage").getStringValue()).isEqualTo("the mill \"turns\"");
        assertThat(line.get("mdc").get("cause").getStringValue()).isEqualTo("event-1");
    }

    @Test
    void areTextOtherwise() throws Exception {
        assertThat(written("")).singleElement().asString().contains(" INFO ").endsWith("the mill \"turns\"");
        assertThat(written("text")).singleElement().asString().contains(" INFO ");
    }

    @Test
    void areTextToldSoWhereTheWordIsNotKnown() throws Exception {
        assertThat(written("xml"))
                .satisfiesExactly(
                        told -> assertThat(told).contains("MILLRACE_LOGS is 'xml', but json or text"),
                        line -> assertThat(line).endsWith("the mill \"turns\""));
    }

    private static List<String> written(String wanted) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Speaking.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        java.environment().put("MILLRACE_LOGS", wanted);
        Process process = java.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    /** Says one thing. */
    static final class Speaking {

        private Speaking() {}

        public static void main(String[] args) {
            LogFormat.current();
            MDC.put("cause", "event-1");
            LoggerFactory.getLogger(Speaking.class).info("the mill \"{}\"", "turns");
        }
    }
}
