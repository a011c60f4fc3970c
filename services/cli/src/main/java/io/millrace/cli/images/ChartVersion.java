package io.millrace.cli.images;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The tag that the chart asks for unless it is told another. */
final class ChartVersion {

    private static final String KEY = "appVersion:";

    private ChartVersion() {}

    static String read(Home home) throws IOException {
        Path chart = home.folder().resolve("helm/millrace/Chart.yaml");
        try (Stream<String> lines = Files.lines(chart)) {
            return lines.filter(line -> line.startsWith(KEY))
                    .map(line -> line.substring(KEY.length()).strip().replace("\"", ""))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure("%s has no appVersion: give --tag.".formatted(chart)));
        }
    }
}
