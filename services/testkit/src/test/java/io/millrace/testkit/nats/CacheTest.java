package io.millrace.testkit.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.nats.NatsInstallation.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    @Test
    void installsOnceHoweverManyAskAtTheSameTime() {
        Cache cache = new Cache(folder.resolve("bin"));
        AtomicInteger installations = new AtomicInteger();
        List<CompletableFuture<Optional<NatsInstallation>>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> cache.locked(() -> cache.find().or(() -> install(cache, installations)))))
                .limit(4)
                .toList();
        assertThat(asked).extracting(CompletableFuture::join).allMatch(Optional::isPresent);
        assertThat(installations).hasValue(1);
    }

    @Test
    void doesNotTakeAProgramOfAnotherVersionForTheOneWanted() throws IOException {
        Cache cache = new Cache(folder);
        cache.adopt(program(), "apt");
        assertThat(cache.find()).isEmpty();
        assertThat(cache.find("apt")).contains(new Program(folder.resolve("nats-server-apt")));
    }

    @Test
    void looksForProgramsInTheFoldersOfThePathInTheirOrder() throws IOException {
        Path program = program();
        SearchPath path = new SearchPath(List.of(folder.resolve("missing"), folder));
        assertThat(path.find(program.getFileName().toString())).contains(program);
        assertThat(path.get()).isEmpty();
    }

    private Optional<NatsInstallation> install(Cache cache, AtomicInteger installations) {
        installations.incrementAndGet();
        try {
            return Optional.of(cache.adopt(program(), "v" + NatsInstallation.VERSION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program() throws IOException {
        Path file = Files.writeString(folder.resolve("built"), "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
