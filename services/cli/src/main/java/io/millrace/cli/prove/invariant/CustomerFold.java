package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the stream of customers says that their table and the copies of it must hold. */
final class CustomerFold {

    private final Map<String, Customer> customers = new HashMap<>();

    /** Those who were erased have no name. */
    private static final class Customer {
        private long version;
        private long nameVersion;
        private String name;
        private JsonNode address;
    }

    void add(StoredEvent event) {
        Customer customer = customers.computeIfAbsent(event.aggregate(), _ -> new Customer());
        customer.version = event.version();
        switch (event.type()) {
            case "customers.customer.registered" -> {
                named(customer, event, fullName(event));
                customer.address = event.body().path("address");
            }
            case "customers.customer.renamed" -> named(customer, event, event.text("name"));
            case "customers.customer.address_changed" ->
                customer.address = event.body().path("address");
            case "customers.customer.erased" -> {
                customer.nameVersion = event.version();
                customer.name = null;
                customer.address = null;
            }
            default -> throw new IllegalStateException("An event that nobody emits: " + event.type());
        }
    }

    /** As it is since 2.0. */
    private static String fullName(StoredEvent event) {
        String familyName = event.text("familyName");
        return familyName.isEmpty() ? event.text("givenName") : event.text("givenName") + " " + familyName;
    }

    private static void named(Customer customer, StoredEvent event, String name) {
        customer.name = name;
        customer.nameVersion = event.version();
    }

    boolean isErased(String id) {
        Customer customer = customers.get(id);
        return customer != null && customer.name == null;
    }

    List<Table> tables() {
        Table source = new Table("customers", "customer", """
                SELECT id, version, status, name, street, postal_code, city, country FROM customer""");
        Table names = new Table("orders", "customer", "SELECT id, version, status, name FROM customer");
        Table recipients = new Table("delivery", "recipient", """
                SELECT id, status, name, street, postal_code, city, country FROM recipient""");
        customers.forEach((id, customer) -> {
            String known = customer.name == null ? "ERASED" : "KNOWN";
            String active = customer.name == null ? "ERASED" : "ACTIVE";
            source.rows().put(id, Table.row(customer.version, active, customer.name, address(customer.address)));
            names.rows().put(id, Table.row(customer.nameVersion, known, customer.name));
            recipients.rows().put(id, Table.row(known, customer.name, address(customer.address)));
        });
        return List.of(source, names, recipients);
    }

    private static String address(JsonNode address) {
        return Table.row(
                line(address, "street"), line(address, "postalCode"), line(address, "city"), line(address, "country"));
    }

    private static String line(JsonNode address, String field) {
        return address == null ? null : address.path(field).asText(null);
    }
}
