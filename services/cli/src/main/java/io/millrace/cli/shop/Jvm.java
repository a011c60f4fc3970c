package io.millrace.cli.shop;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a process of the shop is started: all that comes before its main class.
 *
 * @param java the program
 * @param classPath as {@code -cp} takes it
 */
public record Jvm(Path java, List<String> flags, String classPath) {

    /** The Java that runs this, with the flags of a service. */
    static Jvm here(String classPath) {
        return new Jvm(Path.of(System.getProperty("java.home"), "bin", "java"), JvmFlags.OF_A_SERVICE, classPath);
    }

    /** The same with code of somebody else behind its own. */
    public Jvm and(Path code) {
        return new Jvm(java, flags, classPath + File.pathSeparator + code);
    }

    /** The same with one more flag. */
    public Jvm with(String flag) {
        return new Jvm(java, Stream.concat(flags.stream(), Stream.of(flag)).toList(), classPath);
    }

    /** As the operating system takes it; the main class comes next. */
    public List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(flags);
        words.addAll(List.of("-cp", classPath));
        return words;
    }
}
