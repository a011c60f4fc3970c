package io.millrace.contracts.rules;

import io.millrace.contracts.EventContract;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the event records among compiled classes, so that none can be forgotten in a list. */
public final class EventRecords {

    private static final String CLASS = ".class";

    private EventRecords() {}

    /** Every class below a folder that carries an {@link EventContract}, by name. None of them is initialised. */
    public static List<Class<?>> in(Path classes, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .flatMap(name -> load(name, loader).stream())
                    .filter(type -> type.isAnnotationPresent(EventContract.class))
                    .<Class<?>>map(type -> type)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + classes, e);
        }
    }

    /** What cannot be linked, because something it could use is not there, is no event. */
    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
