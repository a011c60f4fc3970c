package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.millrace.cli.CommandFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What images run on. */
final class Platforms {

    private static final Pattern TEXT = Pattern.compile("(linux)/([a-z0-9]+)");

    /** Processors as Java calls them, and as images do. */
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64");

    private Platforms() {}

    /** This machine. */
    static Platform here() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        if (!system.equals("linux") || !PROCESSORS.containsKey(processor)) {
            throw new CommandFailure(
                    "An image has the Java of the machine that makes it, and this is %s on %s: make images on Linux, or give --platform and a --base with Java."
                            .formatted(system, processor));
        }
        return new Platform(PROCESSORS.get(processor), system);
    }

    static List<Platform> parse(List<String> texts) {
        return texts.stream().map(Platforms::parse).toList();
    }

    private static Platform parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new CommandFailure("--platform is like linux/amd64, and not %s.".formatted(text));
        }
        return new Platform(parts.group(2), parts.group(1));
    }
}
