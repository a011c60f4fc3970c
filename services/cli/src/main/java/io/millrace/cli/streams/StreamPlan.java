package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import io.nats.client.support.JsonValue;
import java.util.List;

/** What is to be done about one declared stream. */
sealed interface StreamPlan {

    RawStreamConfig declared();

    /** Fields of the declaration that this server is too old to know. */
    List<String> leftOut();

    default String stream() {
        return declared().stream();
    }

    /** There is none. */
    record Missing(RawStreamConfig declared, List<String> leftOut) implements StreamPlan {}

    /** Nothing is to be done. */
    record Same(RawStreamConfig declared, List<String> leftOut) implements StreamPlan {}

    /** It is there, and differs. */
    record Different(RawStreamConfig declared, List<String> leftOut, RawStreamConfig actual, List<Change> changes)
            implements StreamPlan {

        public Different {
            changes = List.copyOf(changes);
        }

        /** What to write for a field: as the file has it, or the server's default where the file does not say it. */
        JsonValue declaredValue(Change change) {
            return declared.fields()
                    .getOrDefault(
                            change.difference().field(), change.difference().to());
        }
    }
}
