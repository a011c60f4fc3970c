package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code millrace consumers pause}. */
@Command(
        name = "pause",
        header = "Pause a consumer: its events wait in the stream until it is resumed.",
        description = "")
final class PauseCommand extends ConsumerCommand {

    @Override
    JsonNode act(Consumers all, String consumer) {
        return all.post(consumer, "pause");
    }
}
