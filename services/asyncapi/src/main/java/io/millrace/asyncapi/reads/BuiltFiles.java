package io.millrace.asyncapi.reads;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what builds have written into class folders and jars. */
public final class BuiltFiles {

    private BuiltFiles() {}

    /**
     * A resource of some services, once each, however many copies of it there are.
     *
     * @param places jars, class folders, single files of that resource, or folders of jars
     * @throws IllegalArgumentException if one is not there, or is not JSON; the message names it
     */
    public static List<JsonNode> find(List<Path> places, String resource) {
        Set<JsonNode> found = new LinkedHashSet<>();
        places.forEach(place -> found.addAll(find(place, resource)));
        return List.copyOf(found);
    }

    private static List<JsonNode> find(Path place, String resource) {
        try {
            if (Files.isDirectory(place)) {
                return inFolder(place, resource);
            }
            return place.toString().endsWith(".jar") ? inJar(place, resource) : List.of(read(place));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static List<JsonNode> inFolder(Path folder, String resource) throws IOException {
        if (Files.isRegularFile(folder.resolve(resource))) {
            return List.of(read(folder.resolve(resource)));
        }
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                found.addAll(inJar(jar, resource));
            }
        }
        return found;
    }

    private static List<JsonNode> inJar(Path jar, String resource) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath(resource);
            return Files.exists(file) ? List.of(read(file)) : List.of();
        }
    }

    private static JsonNode read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return StrictJson.read(in.readAllBytes());
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(file + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
