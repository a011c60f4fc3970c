package io.millrace.asyncapi.mill;

import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import java.util.ArrayList;
import java.util.List;

@EventHandler(from = "farm", tables = "grain")
class GrainEvents {

    private final List<String> heard = new ArrayList<>();

    @Projection
    void delivered(List<Received<GrainDelivered>> batch) {
        for (Received<GrainDelivered> received : batch) {
            GrainDelivered event = received.event();
            heard.add(event.farmer().fullName());
            event.note().map(GrainDelivered.Note::text).ifPresent(heard::add);
            event.sacks().stream().map(GrainDelivered.Sack::kilos).forEach(kilos -> heard.add("" + kilos));
            heard.add(number(event));
        }
    }

    @Projection
    void lost(GrainLost event, EventContext context) {
        if (event instanceof GrainLost(String grainId, String why)) {
            heard.add(grainId + why);
        }
    }

    private static String number(Numbered numbered) {
        return "" + numbered.number();
    }
}
