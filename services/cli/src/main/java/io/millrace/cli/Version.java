package io.millrace.cli;

import java.util.Optional;

/** Which build this is. */
final class Version {

    private Version() {}

    /** As the jar says; classes that are in no jar have no version. */
    static String[] words() {
        String version = Optional.ofNullable(Millrace.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"Millrace %s, Java %s".formatted(version, Runtime.version())};
    }
}
