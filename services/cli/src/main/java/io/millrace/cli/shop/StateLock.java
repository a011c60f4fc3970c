package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time use a state folder. The operating system gives the lock up with its process. */
public final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CommandFailure another process has it */
    public static StateLock take(StateFolder state) {
        try {
            Files.createDirectories(state.path());
            FileChannel channel =
                    FileChannel.open(state.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new StateLock(channel);
            }
            channel.close();
        } catch (IOException failure) {
            throw new CommandFailure(
                    "The state folder %s cannot be used: %s.".formatted(state.path(), failure.getMessage()), failure);
        }
        throw new CommandFailure("A shop is running from %s: stop it first, or choose another folder with --state DIR."
                .formatted(state.path()));
    }

    /** Null if the folder is none that a shop has used. */
    static StateLock takeIfThere(StateFolder state) {
        return Files.exists(state.lockFile()) ? take(state) : null;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new CommandFailure("The lock of the state folder cannot be given up.", failure);
        }
    }
}
