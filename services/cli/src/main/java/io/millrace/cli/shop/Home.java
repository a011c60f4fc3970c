package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that holds the whole project. */
public record Home(Path folder) {

    /** Names the folder; the script {@code millrace} sets it. */
    public static final String PROPERTY = "millrace.home";

    /** The folder of {@value #PROPERTY}, or the one above the current folder that holds the project. */
    public static Home find() {
        String given = System.getProperty(PROPERTY);
        Path here = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("services/cli/pom.xml")))
                .findFirst()
                .map(Home::new)
                .orElseThrow(() -> new CommandFailure("Run this through the script ./millrace of the project."));
    }

    /**
     * The class path of a service.
     *
     * @throws CommandFailure it is not built
     */
    public String classPath(String module) {
        Path target = folder.resolve("services").resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> isJar(file, module)).findFirst().orElseThrow();
            return jar
                    + System.getProperty("path.separator")
                    + target.resolve("lib").resolve("*");
        } catch (java.io.IOException | java.util.NoSuchElementException missing) {
            throw new CommandFailure(
                    "The service %s is not built: run ./mvnw package -DskipTests in %s.".formatted(module, folder),
                    missing);
        }
    }

    /**
     * How a process of that module is started on this machine.
     *
     * @throws CommandFailure it is not built
     */
    public Jvm jvm(String module) {
        return Jvm.here(classPath(module));
    }

    private static boolean isJar(Path file, String module) {
        String name = file.getFileName().toString();
        return name.startsWith("millrace-" + module + "-")
                && name.endsWith(".jar")
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-tests.jar");
    }
}
