package io.millrace.asyncapi.mill;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;

/** Has a consumer of its own, and reads nothing. */
@EventHandler(from = "farm", name = "alarm")
class AlarmEvents {

    @Reaction
    void lost(GrainLost event) {}
}
