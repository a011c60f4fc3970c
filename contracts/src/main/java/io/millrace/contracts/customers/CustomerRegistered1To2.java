package io.millrace.contracts.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.upcasting.Upcaster;

/** Divides {@code name} into {@code givenName} and {@code familyName}, as {@link PersonName} does. */
public final class CustomerRegistered1To2 implements Upcaster {

    @Override
    public String type() {
        return "customers.customer.registered";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        ObjectNode upcast = body.deepCopy();
        PersonName name = PersonName.of(upcast.remove("name").textValue());
        upcast.put("givenName", name.given());
        return name.family() == null ? upcast : upcast.put("familyName", name.family());
    }
}
