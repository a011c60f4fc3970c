package io.millrace.cli.shop;

import java.util.List;

/** How a service's JVM is started here, where several share a machine of a few cores and gigabytes. */
final class JvmFlags {

    static final List<String> OF_A_SERVICE = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JvmFlags() {}
}
