package io.millrace.testkit.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was decided, a line of JSON each. A line that is written survives the end of the process, whatever ends it. */
final class Journal implements AutoCloseable {

    private final Optional<SeekableByteChannel> channel;
    private final List<JsonNode> before = new ArrayList<>();
    private long end;

    private Journal(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            channel = Optional.empty();
            return;
        }
        Path path = file.get().toAbsolutePath();
        Files.createDirectories(path.getParent());
        FileChannel open =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        end = readWholeLines(Files.readAllBytes(path));
        channel = Optional.of(open);
    }

    /** Begins an empty one. */
    Journal(SeekableByteChannel empty) {
        channel = Optional.of(empty);
    }

    static Journal open(Optional<Path> file) {
        try {
            return new Journal(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + file.orElseThrow() + " cannot be opened", e);
        }
    }

    /** What stood in the file when it was opened. */
    List<JsonNode> before() {
        return List.copyOf(before);
    }

    /** @throws UncheckedIOException it could not be written; what stands of it is overwritten by whatever comes next */
    void append(ObjectNode line) {
        channel.ifPresent(open -> {
            ByteBuffer bytes = ByteBuffer.wrap((new String(StrictJson.write(line), UTF_8) + "\n").getBytes(UTF_8));
            try {
                open.truncate(end).position(end);
                while (bytes.hasRemaining()) {
                    open.write(bytes);
                }
                end = open.position();
            } catch (IOException e) {
                throw new UncheckedIOException("The data file cannot be written", e);
            }
        });
    }

    /** Returns where the last whole line ends: a process that was killed while it wrote has answered nobody about the rest. */
    private long readWholeLines(byte[] content) {
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                try {
                    before.add(StrictJson.read(java.util.Arrays.copyOfRange(content, start, i)));
                } catch (InvalidJsonException e) {
                    throw new IllegalStateException("The data file is damaged at byte " + start, e);
                }
                start = i + 1;
            }
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
