package io.millrace.asyncapi.mill;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;

@EventContract("mill.flour.sold")
public record FlourSold(String flourId) implements Event {

    public static FlourSold of(String flourId) {
        return new FlourSold(flourId);
    }
}
