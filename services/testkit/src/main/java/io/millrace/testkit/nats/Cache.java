package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** Programs that were installed for this user, for all checkouts to share. */
record Cache(Path folder) {

    static Cache ofUser() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path root = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return new Cache(root.resolve("millrace").resolve("bin"));
    }

    /** The program of the version that is installed here by default. */
    Optional<NatsInstallation> find() {
        return find("v" + NatsInstallation.VERSION);
    }

    Optional<NatsInstallation> find(String version) {
        return file(server(version)).map(Program::new);
    }

    /** A program by the name that it has here. */
    Optional<Path> file(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isExecutable);
    }

    /** The name of a server. */
    static String server(String version) {
        return "nats-server-" + version;
    }

    NatsInstallation adopt(Path finished, String version) throws IOException {
        return new Program(adoptFile(finished, server(version)));
    }

    /** Moves a finished program here in one step, so that nobody ever runs half of one. */
    Path adoptFile(Path finished, String name) throws IOException {
        return Files.move(finished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A folder on the same file system, for what is not finished yet. */
    Path workshop() throws IOException {
        return Files.createTempDirectory(folder, "installing");
    }

    /** Runs what installs, one process and one thread at a time. */
    <T> Optional<T> locked(Supplier<Optional<T>> installation) {
        synchronized (Cache.class) {
            try (FileChannel channel = lockFile();
                    FileLock _ = channel.lock()) {
                return installation.get();
            } catch (IOException e) {
                throw new UncheckedIOException("The cache %s cannot be used: %s".formatted(folder, e.getMessage()), e);
            }
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
