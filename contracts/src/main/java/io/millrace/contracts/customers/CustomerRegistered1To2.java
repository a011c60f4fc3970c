package io.millrace.contracts.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.upcasting.Upcaster;

/**
 * Divides {@code name} at its last blank into {@code givenName} and {@code familyName}.
 *
 * <p>Where a name is to be divided cannot be known: of {@code Ana de la Fuente} it makes the family name {@code Fuente}.
 * What it guarantees is the full name: given name, blank and family name are, character by character, the name that was
 * registered. A name that cannot be divided so becomes the given name as a whole.
 */
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
        String name = upcast.remove("name").textValue();
        int blank = name.lastIndexOf(' ');
        if (blank < 1 || blank == name.length() - 1) {
            return upcast.put("givenName", name);
        }
        return upcast.put("givenName", name.substring(0, blank)).put("familyName", name.substring(blank + 1));
    }
}
