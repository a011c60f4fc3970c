package io.millrace.asyncapi.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The class files of a service, and whatever they refer to on its class path. */
final class ClassFiles {

    private final Path folder;
    private final ClassLoader classPath;
    private final Map<String, Optional<ClassModel>> found = new HashMap<>();

    /**
     * @param folder the service's own, for example {@code target/classes}
     * @param classPath where the rest is looked for; asked for bytes only
     */
    ClassFiles(Path folder, ClassLoader classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * The service's own classes that people wrote. Micronaut writes others beside them that call every accessor of every
     * record, for JSON: they would make everything look as if it were read.
     */
    List<ClassModel> written() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isWritten(file.getFileName().toString()))
                    .sorted()
                    .map(file -> ClassFile.of().parse(bytes(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
    }

    /** @param name as class files write it, for example {@code io/millrace/contracts/Money} */
    Optional<ClassModel> find(String name) {
        return found.computeIfAbsent(name, this::read);
    }

    private Optional<ClassModel> read(String name) {
        Path own = folder.resolve(name + ".class");
        if (Files.isRegularFile(own)) {
            return Optional.of(ClassFile.of().parse(bytes(own)));
        }
        try (InputStream in = classPath.getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    static boolean isWritten(String file) {
        return file.endsWith(".class")
                && !file.endsWith("-info.class")
                && !file.startsWith("$")
                && !file.contains("$Intercepted");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
