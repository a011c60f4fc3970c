package io.millrace.cli.prove.stage;

import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a JVM learned in an earlier life (JEP 514 and 515), kept beside a service's jar. A service starts in a quarter of the
 * time with it, and a run kills a hundred of them.
 *
 * @param ownCode what is put behind the class path of a service
 */
record AotCaches(Home home, Path ownCode) {

    private static final String OPTIONS = "JDK_JAVA_OPTIONS";

    /** Without the second compiler, whose work would pay only later. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";

    /** Whether there is none that suits the jar. */
    boolean isMissing(ServiceSpec service) {
        try {
            Path cache = file(service);
            return !Files.exists(cache) || Files.getLastModifiedTime(cache).compareTo(built(service)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment of a process that writes one when it ends in good order. */
    Map<String, String> learning(ServiceSpec service) {
        return Map.of(OPTIONS, "-XX:AOTCacheOutput=%s %s".formatted(file(service), SHORT_LIFE));
    }

    /** The environment of a process that uses one if it is there. */
    Map<String, String> using(ServiceSpec service) {
        return Map.of(OPTIONS, "-XX:AOTCache=%s %s".formatted(file(service), SHORT_LIFE));
    }

    private Path file(ServiceSpec service) {
        return home.folder()
                .resolve("services")
                .resolve(service.module())
                .resolve("target")
                .resolve("prove.aot");
    }

    /** When the youngest jar of the service was made: a cache is bound to all of them. */
    private FileTime built(ServiceSpec service) throws IOException {
        String[] classPath = home.classPath(service.module()).split(File.pathSeparator);
        try (Stream<Path> libraries = Files.list(Path.of(classPath[1]).getParent())) {
            return Stream.concat(Stream.of(Path.of(classPath[0]), ownCode), libraries)
                    .map(AotCaches::modified)
                    .max(FileTime::compareTo)
                    .orElseThrow();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
