package io.millrace.asyncapi.reads;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what builds have written into class folders and jars. */
public final class BuiltFiles {

    private BuiltFiles() {}

    /**
     * A resource of some services, once each, however many copies of it there are.
     *
     * @param places jars, class folders, single files of that resource, or folders of jars
     * @param reading makes of the JSON what it stands for; may refuse it with an {@link IllegalArgumentException}
     * @throws IllegalArgumentException if one is not there, is not JSON or is refused; the message names it
     */
    public static <T> List<T> find(List<Path> places, String resource, Function<JsonNode, T> reading) {
        Set<T> found = new LinkedHashSet<>();
        places.forEach(place -> found.addAll(find(place, resource, reading)));
        return List.copyOf(found);
    }

    private static <T> List<T> find(Path place, String resource, Function<JsonNode, T> reading) {
        try {
            if (Files.isDirectory(place)) {
                return inFolder(place, resource, reading);
            }
            return place.toString().endsWith(".jar")
                    ? inJar(place, resource, reading)
                    : List.of(read(place.toString(), place, reading));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static <T> List<T> inFolder(Path folder, String resource, Function<JsonNode, T> reading)
            throws IOException {
        Path single = folder.resolve(resource);
        if (Files.isRegularFile(single)) {
            return List.of(read(single.toString(), single, reading));
        }
        List<T> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                found.addAll(inJar(jar, resource, reading));
            }
        }
        return found;
    }

    private static <T> List<T> inJar(Path jar, String resource, Function<JsonNode, T> reading) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath(resource);
            return Files.exists(file) ? List.of(read(resource + " of " + jar, file, reading)) : List.of();
        }
    }

    private static <T> T read(String name, Path file, Function<JsonNode, T> reading) throws IOException {
        try {
            return reading.apply(StrictJson.read(Files.readAllBytes(file)));
        } catch (InvalidJsonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " cannot be used: " + e.getMessage(), e);
        }
    }
}
