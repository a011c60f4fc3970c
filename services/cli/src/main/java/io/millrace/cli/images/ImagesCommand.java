package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.up.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace images}. */
@Command(
        name = "images",
        header = "Make container images of the shop, for the chart. No Docker daemon is needed.",
        description = {
            "",
            "Each image has a Java of its own, the service's jars, and what its JVM learned in a short life (an AOT cache), so that"
                    + " it starts in a fraction of the time. For that, a shop is started, buys a few things, and is stopped; it"
                    + " takes a few minutes, and a line tells of each stage. An image runs as a user without rights and writes"
                    + " nothing but /tmp.",
            "",
            "An image is for the processor of this machine. With --platform it is for several, and then it takes Java from its"
                    + " base, and has no cache.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace images                                        a file each in target/images",
            "  ./millrace images --push registry.example.com            registry.example.com/millrace/orders:TAG …",
            "  ./millrace images --push registry.example.com --base eclipse-temurin:25-jre \\",
            "      --platform linux/amd64 --platform linux/arm64"
        })
public final class ImagesCommand implements Callable<Integer> {

    private static final String USUAL_BASE = "gcr.io/distroless/base-debian12:nonroot";

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Where where = new Where();

    /** One of the two. */
    static final class Where {

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description = "Write each into a file that docker load takes (target/images).")
        private Path folder;

        @Option(
                names = "--push",
                paramLabel = "REGISTRY",
                description = "Push them to a registry, logged in as docker is.")
        private String registry;
    }

    @Option(names = "--tag", paramLabel = "TAG", description = "Of all images (the chart's appVersion).")
    private String tag;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SERVICE",
            description =
                    "These alone; customers, orders, delivery, inventory, billing, cli, which applies streams (all).")
    private List<String> only = List.of();

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            description =
                    "What lies under them: a C library and certificates are enough. Of a registry, or tar://FILE. ("
                            + USUAL_BASE + ")")
    private String base;

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "For this platform, with the base's Java; may be given several times.")
    private List<String> platforms = List.of();

    @Option(names = "--insecure", description = "Also from and to registries that have no TLS.")
    private boolean insecure;

    @Override
    public Integer call() {
        Home home = Home.find();
        Path place = home.folder().resolve("target").resolve("images");
        requireSense();
        try (StopSignal _ = StopSignal.install()) {
            write(home, place);
            return 0;
        } catch (InterruptedException interrupted) {
            throw new CommandFailure("The making of images was interrupted.", interrupted);
        } catch (IOException e) {
            throw new CommandFailure("Images cannot be made in %s: %s.".formatted(place, e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    "Images cannot be made in %s: %s."
                            .formatted(place, e.getCause().getMessage()),
                    e);
        }
    }

    private void requireSense() {
        if (!platforms.isEmpty() && base == null) {
            throw new CommandFailure("With --platform, Java comes from the base: give a --base that has Java 25.");
        }
        if (platforms.size() > 1 && where.registry == null) {
            throw new CommandFailure("An image for several platforms goes to a registry only: give --push.");
        }
    }

    private void write(Home home, Path place) throws IOException, InterruptedException {
        List<Platform> runOn = platforms.isEmpty() ? List.of(Platforms.here()) : Platforms.parse(platforms);
        String version = tag == null ? ChartVersion.read(home) : tag;
        Target target = where.registry == null
                ? new Target.Tars(where.folder == null ? place : where.folder, version)
                : new Target.Registry(where.registry, version, insecure);
        List<ServiceSpec> chosen = chosen();
        // What cannot be a name is said before minutes are spent.
        chosen.forEach(service -> target.of(service.name()));
        Stages stages =
                new Stages(spec.commandLine().getErr(), spec.commandLine().getOut());
        Base under = Base.of(base == null ? USUAL_BASE : base, insecure);
        new Making(home, place, under, runOn, platforms.isEmpty(), stages).all(chosen, version, target);
    }

    private List<ServiceSpec> chosen() {
        List<ServiceSpec> all = Stream.concat(ServiceSpec.ALL.stream(), Stream.of(ServiceSpec.COMMAND_LINE))
                .toList();
        List<String> names = all.stream().map(ServiceSpec::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new CommandFailure("There is no image %s: there are %s.".formatted(name, String.join(", ", names)));
        });
        return all.stream()
                .filter(service -> only.isEmpty() || only.contains(service.name()))
                .toList();
    }
}
