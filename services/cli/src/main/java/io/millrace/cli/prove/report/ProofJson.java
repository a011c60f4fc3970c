package io.millrace.cli.prove.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.prove.ProofResult;
import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.invariant.Verdict;
import java.io.PrintWriter;

/** What a run has shown, for programs to read. Times are in milliseconds. */
public final class ProofJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ProofJson() {}

    public static void print(ProofResult result, PrintWriter out) {
        out.println(of(result).toPrettyString());
        out.flush();
    }

    static ObjectNode of(ProofResult result) {
        ObjectNode json = JSON.createObjectNode()
                .put("holds", result.holds())
                .put("seed", result.seed())
                .put("seconds", result.length().toSeconds())
                .put("acknowledged", result.acknowledged())
                .put("settled", result.settled());
        ArrayNode faults = json.putArray("faults");
        result.faults().forEach(fault -> faults.add(of(fault)));
        ArrayNode invariants = json.putArray("invariants");
        result.verdicts().forEach(verdict -> invariants.add(of(verdict)));
        return json;
    }

    private static ObjectNode of(Struck fault) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", fault.fault())
                .put("times", fault.times())
                .put("longestRecovery", fault.longest().toMillis())
                .put("note", fault.note());
        ArrayNode unrecovered = json.putArray("unrecovered");
        fault.unrecovered().forEach(unrecovered::add);
        return json;
    }

    private static ObjectNode of(Verdict verdict) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", verdict.invariant())
                .put("holds", verdict.holds())
                .put("figures", verdict.figures())
                .put("violationCount", verdict.violationCount());
        ArrayNode violations = json.putArray("violations");
        verdict.violations().forEach(violations::add);
        return json;
    }
}
