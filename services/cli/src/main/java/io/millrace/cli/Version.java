package io.millrace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Which build this is. */
public final class Version {

    private static final String COMMIT = "git.commit.id.";

    private Version() {}

    /** As the jar says; classes that are in no jar have no version, and sources that are in no repository no commit. */
    static String[] words() {
        String version = Optional.ofNullable(Millrace.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        String commit = commit("abbrev").map(" (%s)"::formatted).orElse("");
        return new String[] {"Millrace %s%s, Java %s".formatted(version, commit, Runtime.version())};
    }

    /** The commit that this was built from, where that is known. */
    public static Optional<String> commit() {
        return commit("full");
    }

    private static Optional<String> commit(String form) {
        try (InputStream file = Version.class.getResourceAsStream("/git.properties")) {
            if (file == null) {
                return Optional.empty();
            }
            Properties build = new Properties();
            build.load(file);
            return Optional.ofNullable(build.getProperty(COMMIT + form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
