package io.millrace.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The state of a shop for programs. */
final class StatusJson {

    private StatusJson() {}

    /** {@code {"nats":…,"services":[{"name":…,"url":…,"up":true,"messaging":{…}}]}}; messaging as the service says it. */
    static String of(String nats, List<ServiceStatus> services) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("nats", nats);
        ArrayNode list = json.putArray("services");
        for (ServiceStatus service : services) {
            ObjectNode entry = list.addObject()
                    .put("name", service.name())
                    .put("url", service.url().toString())
                    .put("up", service.up());
            if (service.knowsMessaging()) {
                entry.set("messaging", service.messaging());
            }
        }
        return json.toPrettyString();
    }
}
