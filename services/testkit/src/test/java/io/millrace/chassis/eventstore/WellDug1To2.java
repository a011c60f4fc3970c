package io.millrace.chassis.eventstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.upcasting.Upcaster;

/** Metres become centimetres. */
public final class WellDug1To2 implements Upcaster {

    private static final int CENTIMETRES = 100;

    @Override
    public String type() {
        return "tests.well.dug";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        ObjectNode upcast = body.deepCopy();
        return upcast.put("centimetres", upcast.remove("metres").intValue() * CENTIMETRES);
    }
}
