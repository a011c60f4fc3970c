package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Sagas for people, a line each. */
final class SagaTable {

    private static final String ROW = "%-12s %-28s %-13s %-14s %6s  %-24s  %s";

    private SagaTable() {}

    static void print(PrintWriter out, Ansi ansi, List<JsonNode> sagas) {
        out.println(ansi.string(
                "@|bold " + ROW.formatted("SAGA", "ID", "PHASE", "STEP", "ASKED", "LAST CHANGE", "DUE") + "|@"));
        for (JsonNode saga : sagas) {
            String due = Times.text(saga.path("dueAt"));
            out.println(ROW.formatted(
                            saga.path("type").asText(),
                            saga.path("id").asText(),
                            saga.path("phase").asText(),
                            saga.path("step").asText(),
                            saga.path("asked").asText(),
                            Times.text(saga.path("updatedAt")),
                            saga.path("stuck").asBoolean() ? due + " (stuck)" : due)
                    .stripTrailing());
        }
        out.flush();
    }
}
