package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Program;
import io.millrace.testkit.nats.NatsInstallation.Way;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the {@code PATH}. */
record SearchPath(List<Path> folders) implements Way {

    static SearchPath of(String path) {
        return new SearchPath(Arrays.stream(path == null ? new String[0] : path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    @Override
    public Optional<NatsInstallation> get() {
        return find("nats-server").map(Program::new);
    }

    Optional<Path> find(String program) {
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve(program), folder.resolve(program + ".exe")))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
