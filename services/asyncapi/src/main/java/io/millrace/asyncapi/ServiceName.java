package io.millrace.asyncapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a service, {@code micronaut.application.name}, as its {@code application.yml} states it. Only what is
 * needed of YAML is understood: keys one below the other, or joined by dots.
 */
final class ServiceName {

    private record Key(int indent, String path) {}

    private static final String NAME = "micronaut.application.name";
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern LINE =
            Pattern.compile("( *)([A-Za-z][A-Za-z0-9_.-]*):(?: +['\"]?([^'\"#]*?)['\"]?)?\\s*(?:#.*)?");

    private ServiceName() {}

    static Optional<String> in(Path classes) {
        Path file = classes.resolve("application.yml");
        try {
            return Files.isRegularFile(file) ? of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Optional<String> of(String yaml) {
        Deque<Key> above = new ArrayDeque<>();
        for (String line : yaml.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                int indent = matcher.group(1).length();
                while (!above.isEmpty() && above.peek().indent() >= indent) {
                    above.pop();
                }
                String path = (above.isEmpty() ? "" : above.peek().path() + ".") + matcher.group(2);
                if (path.equals(NAME)
                        && matcher.group(3) != null
                        && VALID.matcher(matcher.group(3).strip()).matches()) {
                    return Optional.of(matcher.group(3).strip());
                }
                above.push(new Key(indent, path));
            }
        }
        return Optional.empty();
    }
}
