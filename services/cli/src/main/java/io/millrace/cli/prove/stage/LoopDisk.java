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
 * An ext4 file system in an image file, on a loop mount. What a process wrote and did not sync stands in the mount's
 * cache only, so a copy of the image is what a power cut leaves behind. Without syncs, the journal is committed after five
 * minutes and not after five seconds: more is lost than usual, and nothing is written while the image is copied.
 */
final class LoopDisk implements Disk {

    private static final Logger LOG = LoggerFactory.getLogger(LoopDisk.class);
    private static final long BYTES = 4L << 30;
    private static final String FILLER = "filler";

    private final Path image;
    private final Path copy;
    private final Path folder;

    private LoopDisk(Path place, String name) {
        this.image = place.resolve(name + ".img");
        this.copy = place.resolve(name + ".copy");
        this.folder = place.resolve(name);
    }

    static Optional<Disk> tryMount(Path place, String name) {
        LoopDisk disk = new LoopDisk(place, name);
        try {
            Files.createDirectories(disk.folder);
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

    @Override
    public void fill() {
        run(() -> Shell.run(
                "fallocate",
                "-l",
                Long.toString(folder.toFile().getUsableSpace()),
                folder.resolve(FILLER).toString()));
    }

    @Override
    public void makeRoom() {
        run(() -> Files.deleteIfExists(folder.resolve(FILLER)));
    }

    @Override
    public void close() {
        run(() -> {
            Shell.run("umount", "--lazy", folder.toString());
            Files.deleteIfExists(image);
            Files.deleteIfExists(copy);
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
