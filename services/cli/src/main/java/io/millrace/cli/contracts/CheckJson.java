package io.millrace.cli.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The answer of a check for programs. */
final class CheckJson {

    private CheckJson() {}

    static ObjectNode of(Proposal proposal, Consequences consequences) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", proposal.contract().type());
        proposal.before()
                .ifPresent(before -> json.put("before", before.version().toString()));
        json.put("compatible", proposal.incompatible().isEmpty())
                .put("changed", !proposal.changesNothing())
                .put("due", proposal.due().toString())
                .put("stated", proposal.stated().toString());
        ArrayNode changes = json.putArray("changes");
        proposal.incompatible()
                .forEach(change ->
                        changes.addObject().put("field", change.field()).put("change", change.change()));
        ArrayNode breaks = json.putArray("breaks");
        consequences
                .broken()
                .forEach(broken -> breaks.addObject()
                        .put("service", broken.service())
                        .put("consumer", broken.consumer())
                        .put("version", broken.version())
                        .put("field", broken.field())
                        .put("change", broken.change())
                        .put("why", broken.why()));
        ArrayNode unharmed = json.putArray("unharmed");
        consequences.unharmed().forEach(unharmed::add);
        return json;
    }
}
