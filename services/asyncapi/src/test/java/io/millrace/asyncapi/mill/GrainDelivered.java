package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;
import java.util.List;
import java.util.Optional;

/** What the mill hears of the farm. */
@EventContract(value = "farm.grain.delivered", version = "1.1")
public record GrainDelivered(
        long number, String grainId, Farmer farmer, List<Sack> sacks, Optional<Note> note, Farmer miller, String never)
        implements Event, Numbered {

    public GrainDelivered {
        sacks = List.copyOf(sacks);
    }

    public record Farmer(String name, String village, String phone) {

        /** Reads two fields, and its callers none. */
        public String fullName() {
            return name + " of " + village;
        }
    }

    public record Sack(String kind, int kilos) {}

    public record Note(String text, String language) {}
}
