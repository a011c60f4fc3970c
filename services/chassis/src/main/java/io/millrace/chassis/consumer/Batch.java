package io.millrace.chassis.consumer;

import io.millrace.chassis.source.SourceMessage;
import java.util.List;

/**
 * What one transaction handles.
 *
 * @param messages in the stream's order
 * @param plan the same, decoded
 */
record Batch(List<SourceMessage> messages, Dispatch.Plan plan) {

    boolean isEmpty() {
        return messages.isEmpty();
    }

    SourceMessage last() {
        return messages.getLast();
    }
}
