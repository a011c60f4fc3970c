package io.millrace.cli.prove.stage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ext4 file system in an image file, on a loop mount. The image is in memory, where a sync takes no time worth
 * mentioning: what is tested is what was synced and what was not, and not this machine's disk. What a process wrote and did not sync stands in the mount's
 * cache only, so a copy of the image is what a power cut leaves behind. Without syncs, the journal is committed after five
 * minutes and not after five seconds: more is lost than usual, and nothing is written while the image is copied.
 */
final class LoopDisk implements Disk {

    private static final Logger LOG = LoggerFactory.getLogger(LoopDisk.class);
    private static final long BYTES = 4L << 30;
    private static final long UNFILLED_BYTES = 16L << 20;
    private static final String FILLER = "filler";

    private final Path memory;
    private final Path image;
    private final Path copy;
    private final Path folder;

    private LoopDisk(Path place, String name) {
        this.memory = place.resolve(name + "-image");
        this.image = memory.resolve("disk.img");
        this.copy = memory.resolve("disk.copy");
        this.folder = place.resolve(name);
    }

    static Optional<Disk> tryMount(Path place, String name) {
        LoopDisk disk = new LoopDisk(place, name);
        try {
            Files.createDirectories(disk.folder);
            Files.createDirectories(disk.memory);
            Shell.run("mount", "-t", "tmpfs", "-o", "size=" + 2 * BYTES, "tmpfs", disk.memory.toString());
            try (RandomAccessFile file = new RandomAccessFile(disk.image.toFile(), "rw")) {
                file.setLength(BYTES);
            }
            Shell.run("mkfs.ext4", "-q", "-F", "-m", "0", disk.image.toString());
            disk.mount();
            return Optional.of(disk);
        } catch (IOException e) {
            LOG.info("No loop mount here: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean canLosePower() {
        return true;
    }

    @Override
    public void remember() {
        run(() -> Shell.run("cp", "--sparse=always", image.toString(), copy.toString()));
    }

    @Override
    public void goOn() {
        run(() -> {
            Shell.run("umount", "--lazy", folder.toString());
            Files.move(copy, image, StandardCopyOption.REPLACE_EXISTING);
            mount();
        });
    }

    /** Blocks are given out without being written as far as that goes; what is left is written until there is no more. */
    @Override
    public void fill() {
        String filler = folder.resolve(FILLER).toString();
        long most = folder.toFile().getUsableSpace() - UNFILLED_BYTES;
        run(() -> Shell.run("fallocate", "-l", Long.toString(most), filler));
        try {
            Shell.run("dd", "if=/dev/zero", "of=" + filler, "bs=64k", "oflag=append", "conv=notrunc");
            throw new IllegalStateException("The disk does not get full");
        } catch (IOException full) {
            LOG.debug("{} is full: {}", folder, full.getMessage());
        }
    }

    @Override
    public void makeRoom() {
        run(() -> Files.deleteIfExists(folder.resolve(FILLER)));
    }

    @Override
    public void close() {
        run(() -> {
            Shell.run("umount", "--lazy", folder.toString());
            Shell.run("umount", "--lazy", memory.toString());
        });
    }

    private void mount() throws IOException {
        Shell.run("mount", "-o", "loop,discard,commit=300", image.toString(), folder.toString());
    }

    private static void run(Work work) {
        try {
            work.doIt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void doIt() throws IOException;
    }
}
