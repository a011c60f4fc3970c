package io.millrace.cli.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Runs {@code io.millrace.contracts.rules.LockContracts} over classes that were compiled a moment ago. The command itself
 * may be older than they are, so they come before its own, in a class loader that sees nothing else of it.
 */
final class LockEngine {

    private static final String ENGINE = "io.millrace.contracts.rules.LockContracts";

    private LockEngine() {}

    /** Returns the exit code: 0 locked, 1 refused. */
    static int lock(Path folder, Path classes, PrintWriter out, PrintWriter err) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try (URLClassLoader engine = new URLClassLoader(urls(classes), ClassLoader.getPlatformClassLoader())) {
            return (int) engine.loadClass(ENGINE)
                    .getMethod("lock", Path.class, Path.class, PrintStream.class, PrintStream.class)
                    .invoke(null, folder, classes, stream(said), stream(complained));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out.print(said.toString(UTF_8));
            err.print(complained.toString(UTF_8));
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    private static URL[] urls(Path classes) {
        Stream<Path> ownJars = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(Stream.of(classes), ownJars).map(LockEngine::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
