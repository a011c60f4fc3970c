package io.millrace.proof;

import static java.util.stream.Collectors.toCollection;

import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The metrics of docs/metrics.md with their labels, and those that services answer with. */
final class MetricsPage {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)`(?:, `(_[a-z]+)`)? \\|[^|\\n]*\\|([^|\\n]*)\\|(.*)$");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final Pattern LINE = Pattern.compile("(?m)^([a-z_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** What nothing has happened for is not there. */
    private static final String NOT_ALWAYS = "absent until";

    private MetricsPage() {}

    static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> metrics = new TreeMap<>();
        String page = Files.readString(Home.find().folder().resolve("docs/metrics.md"));
        ROW.matcher(page)
                .results()
                .filter(row -> !row.group(4).contains(NOT_ALWAYS))
                .forEach(row -> {
                    Set<String> labels = names(NAME, row.group(3));
                    metrics.put(row.group(1), labels);
                    if (row.group(2) != null) {
                        metrics.put(row.group(1).replaceFirst("_[a-z]+$", row.group(2)), labels);
                    }
                });
        return metrics;
    }

    /** All of Millrace's own. Of others, which have more metrics and more labels, those only that are documented. */
    static Map<String, Set<String>> scraped(Collection<URI> services) throws IOException, InterruptedException {
        Map<String, Set<String>> documented = documented();
        Map<String, Set<String>> metrics = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI service : services) {
                HttpRequest scrape =
                        HttpRequest.newBuilder(service.resolve("/prometheus")).build();
                LINE.matcher(http.send(scrape, BodyHandlers.ofString()).body())
                        .results()
                        .forEach(line -> add(metrics, line.group(1), line.group(2), documented));
            }
        }
        return metrics;
    }

    private static void add(
            Map<String, Set<String>> metrics, String name, String text, Map<String, Set<String>> documented) {
        boolean ours = name.startsWith("millrace_");
        if (ours || documented.containsKey(name)) {
            Set<String> labels = text == null ? new TreeSet<>() : names(LABEL, text);
            if (!ours) {
                labels.retainAll(documented.get(name));
            }
            metrics.put(name, labels);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }
}
