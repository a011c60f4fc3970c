package io.millrace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Which build this is. */
final class Version {

    private static final String COMMIT = "git.commit.id.abbrev";

    private Version() {}

    /** As the jar says; classes that are in no jar have no version, and sources that are in no repository no commit. */
    static String[] words() {
        String version = Optional.ofNullable(Millrace.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        String commit = commit().map(" (%s)"::formatted).orElse("");
        return new String[] {"Millrace %s%s, Java %s".formatted(version, commit, Runtime.version())};
    }

    private static Optional<String> commit() {
        try (InputStream file = Version.class.getResourceAsStream("/git.properties")) {
            if (file == null) {
                return Optional.empty();
            }
            Properties build = new Properties();
            build.load(file);
            return Optional.ofNullable(build.getProperty(COMMIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
