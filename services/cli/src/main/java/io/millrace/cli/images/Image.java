package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InsecureRegistryException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * An image of one service, made by Jib without a Docker daemon. The layers change the less often the further down they are:
 * Java, libraries, what is Millrace's, the cache.
 *
 * @param java empty: the base has one, and there is no cache
 * @param platforms what of the base is taken
 */
record Image(Staged staged, Optional<JavaRuntime> java, List<Platform> platforms, List<String> flags) {

    /** As the chart runs it (its {@code runAs}). Files belong to root and are read by everybody. */
    private static final String USER = "10001:10001";

    private static final String JAVA_HOME = "/opt/java";
    private static final String PATH = JAVA_HOME + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final int HTTP = 8080;

    /** The JDK's words where the answer is no TLS at all. */
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    private static final String OURS = "millrace-";

    /** Makes it, and returns its digest. */
    String write(Base base, Target.Place place, Map<String, String> labels, Path cache) throws InterruptedException {
        try {
            JibContainerBuilder image = base.begin()
                    .setFileEntriesLayers(layers())
                    .setPlatforms(new LinkedHashSet<>(platforms))
                    .setUser(USER)
                    .setWorkingDirectory(AbsoluteUnixPath.get("/"))
                    .setExposedPorts(ports())
                    .setLabels(labels)
                    .setEntrypoint(entrypoint());
            if (java.isPresent()) {
                image.addEnvironmentVariable("JAVA_HOME", JAVA_HOME).addEnvironmentVariable("PATH", PATH);
            }
            // A registry without TLS may be that of the base too.
            Containerizer containerizer =
                    base.insecure() ? place.containerizer().setAllowInsecureRegistries(true) : place.containerizer();
            JibContainer written = image.containerize(cached(containerizer, cache));
            return written.getDigest().toString();
        } catch (IOException | UncheckedIOException | CacheDirectoryCreationException failure) {
            throw failed(place, failure);
        } catch (RegistryException refused) {
            throw failed(place, refused);
        } catch (ExecutionException failure) {
            throw failed(place, failure.getCause());
        }
    }

    static Containerizer cached(Containerizer containerizer, Path cache) {
        return containerizer
                .setToolName("millrace")
                .setBaseImageLayersCache(cache.resolve("bases"))
                .setApplicationLayersCache(cache.resolve("layers"));
    }

    private static CommandFailure failed(Target.Place place, Throwable failure) {
        return new CommandFailure("%s cannot be written: %s".formatted(place.where(), reason(failure)), failure);
    }

    /** What a registry or Jib says, and what helps where the registry speaks no TLS. */
    static String reason(Throwable failure) {
        String said = String.valueOf(failure.getMessage()).strip();
        boolean withoutTls =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Image::speaksNoTls);
        return withoutTls ? said + " (a registry without TLS needs --insecure)" : said;
    }

    /** One with a certificate that is not trusted is another matter, and not to be talked to in the clear. */
    private static boolean speaksNoTls(Throwable failure) {
        return failure instanceof InsecureRegistryException
                || failure instanceof SSLException
                        && String.valueOf(failure.getMessage()).contains(NO_TLS);
    }

    /** A job is asked by nobody. */
    private Set<Port> ports() {
        return staged.service().equals(ServiceSpec.COMMAND_LINE) ? Set.of() : Set.of(Port.tcp(HTTP));
    }

    /** As {@code ./millrace up} starts it, and as the chart does, which leaves the entry point aside. */
    private List<String> entrypoint() {
        List<String> words = new ArrayList<>(List.of("java"));
        words.addAll(flags);
        words.addAll(List.of("-cp", "@" + Staged.IN_IMAGE + "/" + Staged.CLASS_PATH_FILE));
        words.add(staged.service().mainClass());
        return words;
    }

    private List<FileEntriesLayer> layers() throws IOException {
        Predicate<Path> ours = jar -> jar.getFileName().toString().startsWith(OURS);
        List<FileEntriesLayer> layers = new ArrayList<>();
        if (java.isPresent()) {
            layers.add(tree("java", java.get().folder(), JAVA_HOME));
        }
        layers.add(
                files("libraries", staged.jars().stream().filter(ours.negate()).toList()));
        List<Path> own = new ArrayList<>(staged.jars().stream().filter(ours).toList());
        own.add(staged.classPathFile());
        layers.add(files("millrace", own));
        if (java.isPresent()) {
            layers.add(files("cache", List.of(staged.cache())));
        }
        return layers;
    }

    private FileEntriesLayer files(String name, List<Path> files) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : files) {
            layer.addEntry(
                    file,
                    AbsoluteUnixPath.get(Staged.IN_IMAGE).resolve(staged.root().relativize(file)));
        }
        return layer.build();
    }

    /** What can be executed here can be executed there. */
    private static FileEntriesLayer tree(String name, Path folder, String inImage) throws IOException {
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntryRecursive(
                        folder,
                        AbsoluteUnixPath.get(inImage),
                        (file, _) -> Files.isDirectory(file) || Files.isExecutable(file)
                                ? FilePermissions.fromOctalString("755")
                                : FilePermissions.DEFAULT_FILE_PERMISSIONS)
                .build();
    }
}
