package io.millrace.contracts.registry;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a contract. Within a major version a reader understands every minor one; between two majors an upcaster
 * leads from the older to the newer.
 *
 * @param major from 1 on
 * @param minor from 0 on
 */
public record Version(int major, int minor) implements Comparable<Version> {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");
    private static final Comparator<Version> ORDER =
            Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

    public Version {
        if (major < 1 || minor < 0) {
            throw new IllegalArgumentException("a version starts at 1.0, but this is " + major + "." + minor);
        }
    }

    /**
     * Reads {@code major.minor}.
     *
     * @throws IllegalArgumentException if it is written in any other way
     */
    public static Version parse(String version) {
        Matcher matcher = WRITTEN.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a version is major.minor, for example 1.0, but this is '" + version + "'");
        }
        return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
