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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of docs/metrics.md, and those that services answer with. */
final class MetricsPage {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(millrace_[a-z_]+)`(?:, `(_[a-z]+)`)?");
    private static final Pattern LINE = Pattern.compile("(?m)^(millrace_[a-z_]+)[ {]");

    private MetricsPage() {}

    static Set<String> documented() throws IOException {
        String page = Files.readString(Home.find().folder().resolve("docs/metrics.md"));
        return ROW.matcher(page)
                .results()
                .flatMap(row -> row.group(2) == null
                        ? Stream.of(row.group(1))
                        : Stream.of(row.group(1), row.group(1).replaceFirst("_[a-z]+$", row.group(2))))
                .collect(toCollection(TreeSet::new));
    }

    static Set<String> scraped(Collection<URI> services) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI service : services) {
                HttpRequest scrape =
                        HttpRequest.newBuilder(service.resolve("/prometheus")).build();
                LINE.matcher(http.send(scrape, BodyHandlers.ofString()).body())
                        .results()
                        .forEach(line -> names.add(line.group(1)));
            }
        }
        return names;
    }
}
