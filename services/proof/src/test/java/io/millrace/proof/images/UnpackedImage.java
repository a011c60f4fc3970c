package io.millrace.proof.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An image as it lies in the file that {@code docker load} takes, with its layers unpacked one over the other.
 *
 * @param config what a container runtime reads
 * @param root the file system of a container
 */
record UnpackedImage(JsonNode config, List<Path> layers, Path root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static UnpackedImage of(Path file, Path folder) throws IOException, InterruptedException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Path root = Files.createDirectories(folder.resolve("root"));
        unpack(file, saved);
        JsonNode manifest =
                JSON.readTree(saved.resolve("manifest.json").toFile()).path(0);
        List<Path> layers = StreamSupport.stream(manifest.path("Layers").spliterator(), false)
                .map(layer -> saved.resolve(layer.asText()))
                .toList();
        for (Path layer : layers) {
            unpack(layer, root);
        }
        return new UnpackedImage(
                JSON.readTree(saved.resolve(manifest.path("Config").asText()).toFile()), layers, root);
    }

    /** With times and rights as they are in the archive. */
    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-x", "-p", "-f", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).as(archive.toString()).isZero();
    }

    /** What a container would run, with this file system's folders in place of the container's. */
    List<String> command(List<String> moreFlags) throws IOException {
        List<String> words = new ArrayList<>();
        config.at("/config/Entrypoint").forEach(word -> words.add(word.asText()));
        words.set(0, root.resolve("opt/java/bin/java").toString());
        words.addAll(1, moreFlags);
        int classPath = words.indexOf("-cp") + 1;
        words.set(classPath, "@" + moved(words.get(classPath).substring("@/".length())));
        return words;
    }

    private Path moved(String argumentFile) throws IOException {
        Path file = root.resolve(argumentFile);
        return Files.writeString(
                file.resolveSibling(file.getFileName() + ".moved"),
                Files.readString(file).replace("/app/", root + "/app/"));
    }

    Stream<Path> files() throws IOException {
        return Files.walk(root);
    }
}
