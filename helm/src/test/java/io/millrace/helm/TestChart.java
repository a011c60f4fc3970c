package io.millrace.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The chart as it can be rendered without a network and a cluster: a copy in which a stand-in takes the place of the official
 * nats chart. Rendering leaves hooks out, so the copy has them under another name, and {@link Rendered} gives it back.
 */
final class TestChart {

    /** The name of the release. */
    static final String RELEASE = "shop";

    static final String HOOK = "helm.sh/hook";
    static final String HIDDEN_HOOK = "millrace.test/hook";

    private static final Path SOURCE = Path.of("millrace").toAbsolutePath();
    private static final String KUBERNETES = "1.33.0";
    private static final TestChart COPY =
            new TestChart(Path.of("target", "chart").toAbsolutePath());

    private final Path folder;
    private final Map<List<String>, Rendered> known = new ConcurrentHashMap<>();

    private TestChart(Path folder) {
        this.folder = folder;
        Folders.copy(SOURCE, folder);
        // The official one may be there, if somebody has fetched it.
        Folders.delete(folder.resolve("charts"));
        Folders.copy(resource("nats-stand-in"), folder.resolve("charts").resolve("nats"));
        try (Stream<Path> templates = Files.walk(folder.resolve("templates"))) {
            templates.filter(Files::isRegularFile).forEach(TestChart::hideHooks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestChart copy() {
        return COPY;
    }

    /** A file of the chart itself. */
    static String read(String file) {
        return Folders.read(SOURCE.resolve(file));
    }

    static Path resource(String name) {
        try {
            return Path.of(TestChart.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Renders the chart.
     *
     * @param values files of the chart, or of the tests, and pieces of YAML, the later over the earlier
     * @throws IllegalStateException Helm refuses; the message is what a user reads
     */
    Rendered render(String... values) {
        return known.computeIfAbsent(List.of(values), this::render);
    }

    private Rendered render(List<String> values) {
        return renderAs(RELEASE, values.toArray(String[]::new));
    }

    /** The same with another name of the release. */
    Rendered renderAs(String release, String... values) {
        TemplateCommand command = new Helm(folder)
                .template()
                .withName(release)
                .withNamespace("default")
                .withKubeVersion(KUBERNETES);
        for (String each : values) {
            command.withValuesFile(file(each));
        }
        return Rendered.of(command.call());
    }

    /** What Helm tells whoever has installed it. */
    String notes(String... values) {
        InstallCommand command = new Helm(folder)
                .install()
                .clientOnly()
                .dryRun()
                .withName(RELEASE)
                .withNamespace("default")
                .withKubeVersion(KUBERNETES);
        for (String each : values) {
            command.withValuesFile(file(each));
        }
        return command.call().getOutput().replaceFirst("(?s)^.*\\nNOTES:\\n", "");
    }

    LintResult lint() {
        return new Helm(folder).lint().strict().call();
    }

    private Path file(String values) {
        if (!values.endsWith(".yaml")) {
            return Folders.temporary(values);
        }
        Path own = folder.resolve(values);
        return Files.exists(own) ? own : resource(values);
    }

    private static void hideHooks(Path template) {
        Folders.write(template, Folders.read(template).replace(HOOK, HIDDEN_HOOK));
    }
}
