package io.millrace.asyncapi.code;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles what a test writes down, without any annotation processor. */
final class Sources {

    private static final String IMPORTS = """
        package shop;
        import io.millrace.contracts.*;
        import io.millrace.chassis.handler.*;
        import java.util.*;
        """;

    private Sources() {}

    /** Compiles classes of the package {@code shop} into a folder, which may hold some already. */
    static Path compile(Path folder, List<Path> libraries, String... classes) {
        StringWriter complaints = new StringWriter();
        String classPath = Stream.concat(
                        libraries.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(joining(java.io.File.pathSeparator));
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        complaints,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-parameters",
                                "-d",
                                create(folder).toString(),
                                "-cp",
                                classPath),
                        null,
                        Stream.of(classes).map(Sources::file).toList());
        if (!task.call()) {
            throw new IllegalArgumentException(complaints.toString());
        }
        return folder;
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Package-private classes need no name of their own file. */
    private static JavaFileObject file(String code) {
        String name =
                code.replaceFirst("(?s).*?public (?:final |abstract )*(?:class|record|@?interface) (\\w+).*", "$1");
        String file = name.equals(code) ? "Source" : name;
        return new SimpleJavaFileObject(URI.create("string:///shop/" + file + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return IMPORTS + code;
            }
        };
    }
}
