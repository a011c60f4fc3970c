package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The text of declarations, by path: {@code streams/ORDERS.json} for example.
 *
 * @param place where they come from, for people
 */
record Declarations(String place, Map<String, String> files) {

    private static final String SHIPPED = "nats-config";
    private static final String TEMPLATE = "streams/stream-template.json";
    private static final String CONSUMERS = "consumers/";

    Declarations {
        files = new TreeMap<>(files);
    }

    /**
     * Those of a folder, or of this command where it is null, and those of another folder, if any.
     *
     * @throws CannotSay a folder has none
     */
    static Declarations of(Path folder, Path more) {
        Declarations declarations = folder == null ? shipped() : in(folder);
        return more == null ? declarations : declarations.and(in(more));
    }

    /** Those that this command was built with. */
    static Declarations shipped() {
        try {
            URI place = Declarations.class
                    .getClassLoader()
                    .getResource(SHIPPED + "/" + TEMPLATE)
                    .toURI();
            if (!place.getScheme().equals("jar")) {
                return in(Path.of(place).getParent().getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return new Declarations(SHIPPED, read(jar.getPath("/" + SHIPPED)));
            }
        } catch (URISyntaxException | IOException e) {
            throw new CannotSay("The declarations of this command cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }

    /**
     * Those of a folder.
     *
     * @throws CannotSay there is none with {@code streams} in it
     */
    static Declarations in(Path folder) {
        if (!Files.isDirectory(folder.resolve("streams"))) {
            throw new CannotSay("There are no declarations in %s: it has no folder 'streams'.".formatted(folder));
        }
        try {
            return new Declarations(folder.toString(), read(folder));
        } catch (IOException | UncheckedIOException e) {
            throw new CannotSay("%s cannot be read: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".json") && !isHidden(name)) {
                    found.put(name, Files.readString(file));
                }
            }
        }
        return found;
    }

    /** Kubernetes keeps the files of a mounted ConfigMap in a folder {@code ..2026_…} beside the links to them. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    /** Those of both; where both have a file, the other's. */
    Declarations and(Declarations other) {
        Map<String, String> both = new TreeMap<>(files);
        both.putAll(other.files);
        return new Declarations(place + " and " + other.place, both);
    }

    /** @throws CannotSay one cannot be used */
    List<RawStreamConfig> streams() {
        return files.keySet().stream()
                .filter(file -> file.startsWith("streams/") && !file.equals(TEMPLATE))
                .map(file -> parsed(file, files.get(file)))
                .toList();
    }

    /** @throws CannotSay one cannot be used */
    List<RawConsumerConfig> consumers() {
        return files.keySet().stream()
                .filter(file -> file.startsWith(CONSUMERS) && file.split("/", -1).length == 3)
                .map(this::consumer)
                .toList();
    }

    private RawConsumerConfig consumer(String file) {
        String[] folders = file.split("/", -1);
        String name = folders[2].replaceFirst("\\.json$", "");
        return used(file, files.get(file), text -> RawConsumerConfig.parse(folders[1], name, text));
    }

    /** The stream of a service that has no file of its own. */
    Optional<RawStreamConfig> fromTemplate(String stream) {
        return Optional.ofNullable(files.get(TEMPLATE))
                .map(text -> text.replace("${STREAM}", stream).replace("${service}", stream.toLowerCase(Locale.ROOT)))
                .map(text -> parsed(TEMPLATE, text));
    }

    private RawStreamConfig parsed(String file, String text) {
        return used(file, text, RawStreamConfig::parse);
    }

    private <T> T used(String file, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CannotSay("%s in %s cannot be used: %s.".formatted(file, place, e.getMessage()), e);
        }
    }
}
