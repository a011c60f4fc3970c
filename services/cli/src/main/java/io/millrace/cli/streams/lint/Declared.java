package io.millrace.cli.streams.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file with a declaration in it.
 *
 * @param file its path below the folder of declarations
 */
record Declared(String file, JsonNode json) {

    private static final String STREAMS = "streams/";
    private static final String CONSUMERS = "consumers/";

    /** Templates hold placeholders: with examples in their place they are declarations like all others. */
    static String withExamples(String text) {
        return text.replace("${STREAM}", "EXAMPLE")
                .replace("${service}", "example")
                .replace("${consumer}", "reader-example");
    }

    boolean isStream() {
        return file.startsWith(STREAMS);
    }

    boolean isConsumer() {
        return file.startsWith(CONSUMERS);
    }

    boolean isTemplate() {
        return fileName().endsWith("-template");
    }

    /** Without folder and ending: the name that the declaration should have. */
    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
    }

    /** The stream of a consumer is the folder that its file stands in. */
    String streamOfConsumer() {
        String[] folders = file.split("/", -1);
        return folders.length == 3 ? folders[1] : "";
    }

    String text(String field) {
        return json.path(field).asText("");
    }

    List<String> texts(String field) {
        Stream<JsonNode> values = json.path(field).isArray() ? json.path(field).valueStream() : Stream.of();
        return values.map(JsonNode::asText).toList();
    }
}
