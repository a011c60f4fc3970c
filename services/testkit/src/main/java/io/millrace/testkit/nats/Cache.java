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
        return Optional.of(program(version)).filter(Files::isExecutable).map(Program::new);
    }

    private Path program(String version) {
        return folder.resolve("nats-server-" + version);
    }

    /** Moves a finished program here in one step, so that nobody ever runs half of one. */
    NatsInstallation adopt(Path finished, String version) throws IOException {
        return new Program(Files.move(finished, program(version), StandardCopyOption.ATOMIC_MOVE));
    }

    /** A folder on the same file system, for what is not finished yet. */
    Path workshop() throws IOException {
        return Files.createTempDirectory(folder, "installing");
    }

    /** Runs what installs, one process and one thread at a time. */
    Optional<NatsInstallation> locked(Supplier<Optional<NatsInstallation>> installation) {
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
