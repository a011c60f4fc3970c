package io.millrace.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void aLineThatCouldNotBeWrittenWholeIsNotContinuedByTheNext() throws Exception {
        Path file = folder.resolve("journal");
        HalfFull disk = new HalfFull(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try (Journal journal = new Journal(disk)) {
            journal.append(line("first"));
            disk.full = true;
            assertThatThrownBy(() -> journal.append(line("lost, and longer than all others")))
                    .isInstanceOf(UncheckedIOException.class);
            disk.full = false;
            journal.append(line("next"));
        }

        assertThat(Files.readAllLines(file)).containsExactly("{\"key\":\"first\"}", "{\"key\":\"next\"}");
        try (Journal again = Journal.open(Optional.of(file))) {
            assertThat(again.before()).hasSize(2);
        }
    }

    private static ObjectNode line(String key) {
        return JsonNodeFactory.instance.objectNode().put("key", key);
    }

    /** Takes the half of what is written while it is full. */
    private static final class HalfFull implements SeekableByteChannel {

        private final FileChannel file;
        private boolean full;

        private HalfFull(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (!full) {
                return file.write(bytes);
            }
            file.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
            throw new IOException("No space left on device");
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) throws IOException {
            file.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
