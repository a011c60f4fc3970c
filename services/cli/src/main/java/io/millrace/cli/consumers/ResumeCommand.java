package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code millrace consumers resume}. */
@Command(name = "resume", header = "Resume a consumer: it goes on where it was.", description = "")
final class ResumeCommand extends ConsumerCommand {

    @Override
    JsonNode act(Consumers all, String consumer) {
        return all.post(consumer, "resume");
    }
}
