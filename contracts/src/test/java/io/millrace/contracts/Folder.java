package io.millrace.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small folder of contracts, made up by a test. */
public record Folder(Path path) {

    public static final String TYPE = "tests.thing.happened";

    /** A schema that is right in all that a test does not care about. */
    public static String schema(String version, String rest) {
        ObjectNode schema = (ObjectNode) json("{" + rest + "}");
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:millrace:" + TYPE + ":" + version);
        schema.put("type", "object");
        if (!schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        return schema.toPrettyString();
    }

    public static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(UTF_8));
    }

    /** A version with a required text field for each name, and a sample. */
    public Folder with(String version, String... fields) {
        String properties = "";
        String required = "";
        String sample = "";
        for (String field : fields) {
            String separator = properties.isEmpty() ? "" : ",";
            properties += separator + "\"" + field + "\":{\"type\":\"string\"}";
            required += separator + "\"" + field + "\"";
            sample += separator + "\"" + field + "\":\"x\"";
        }
        return file(
                        version + ".schema.json",
                        schema(version, "\"properties\":{" + properties + "},\"required\":[" + required + "]"))
                .file(version + ".sample.json", "{" + sample + "}");
    }

    /** A file of {@link #TYPE}. */
    public Folder file(String name, String content) {
        return at(TYPE + "/" + name, content);
    }

    public Folder at(String file, String content) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Folder without(String name) {
        try {
            Files.delete(path.resolve(TYPE).resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
