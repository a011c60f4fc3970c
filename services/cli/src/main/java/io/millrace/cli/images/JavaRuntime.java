package io.millrace.cli.images;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java for images, linked out of the one that runs this: what services and {@code jcmd} need, and nothing to compile with.
 * A cache (JEP 514) is good for the very Java that wrote it only, so an image brings its own.
 */
record JavaRuntime(Path folder) {

    /** Everything an application may ask for, name resolution through JNDI, and the tools to look inside. */
    private static final String MODULES = String.join(
            ",",
            "java.se",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** Links one below a folder, unless it is there. */
    static JavaRuntime in(Path place) throws IOException, InterruptedException {
        JavaRuntime linked = new JavaRuntime(place.resolve("java-" + Runtime.version()));
        if (!Files.exists(linked.program())) {
            linked.link();
        }
        return linked;
    }

    Path program() {
        return folder.resolve("bin").resolve("java");
    }

    /** Java of a distribution asks for more libraries than a base for images has. */
    private static void requireFew(Path library) throws IOException {
        if (Files.exists(library)
                && new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1).contains("libz.so.1")) {
            throw new CommandFailure(
                    "The JDK in %s needs libraries of its distribution, which images have not: use one from https://adoptium.net."
                            .formatted(System.getProperty("java.home")));
        }
    }

    private void link() throws IOException, InterruptedException {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw new CommandFailure(
                    "Images bring a Java of their own, and %s, which links it, is missing: use a whole JDK."
                            .formatted(jlink));
        }
        requireFew(Path.of(System.getProperty("java.home"), "lib", "libjli.so"));
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(unfinished);
        Process process = new ProcessBuilder(List.of(
                        jlink.toString(),
                        "--output",
                        unfinished.toString(),
                        "--add-modules",
                        MODULES,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new CommandFailure("jlink could not link a Java for the images: " + said.strip());
        }
        Folders.delete(folder);
        Files.move(unfinished, folder);
    }
}
