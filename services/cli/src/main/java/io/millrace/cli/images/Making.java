package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes images: the base, a Java, the jars, a short life, and then the files.
 *
 * @param place a folder for all of it
 * @param platforms what they run on
 * @param ownJava whether each brings a Java, and with it what its JVM learned
 * @param stages hear of each image too
 */
record Making(Home home, Path place, Base base, List<Platform> platforms, boolean ownJava, Stages stages) {

    void all(List<ServiceSpec> services, String version, Target target) throws IOException, InterruptedException {
        Files.createDirectories(place);
        Path cache = place.resolve("jib");
        Optional<JavaRuntime> java = Optional.empty();
        if (ownJava) {
            stages.begins("Base: %s".formatted(base.name()));
            base.fetch(platforms.getFirst(), place, cache);
            stages.begins("Java: %s".formatted(System.getProperty("java.home")));
            java = Optional.of(JavaRuntime.in(place));
        }
        List<Staged> staged = new ArrayList<>();
        for (ServiceSpec service : services) {
            staged.add(Staged.copy(home, service, place.resolve("staged")));
        }
        if (java.isPresent()) {
            new Learning(home, java.get(), staged, place.resolve("shop"), stages).live();
        }
        for (Staged one : staged) {
            one.writeClassPath(ownJava);
            Target.Place to = target.of(one.service().name());
            stages.begins("Image: %s".formatted(to.where()));
            String digest =
                    new Image(one, java, platforms, one.flags(home)).write(base, to, labels(one, version), cache);
            stages.written(to.where(), digest);
        }
    }

    private static Map<String, String> labels(Staged staged, String version) throws IOException {
        Map<String, String> labels = new HashMap<>(Map.of(
                "org.opencontainers.image.title",
                "Millrace " + staged.service().name(),
                "org.opencontainers.image.version",
                version,
                "org.opencontainers.image.licenses",
                "Apache-2.0"));
        staged.revision().ifPresent(commit -> labels.put("org.opencontainers.image.revision", commit));
        return labels;
    }
}
