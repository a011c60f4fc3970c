package io.millrace.cli.streams.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Looks through declarations for what the server takes without a word, or refuses only when it is too late. */
public final class Lint {

    private static final JsonMapper JSON = new JsonMapper();

    private Lint() {}

    /**
     * What is wrong, sorted by file.
     *
     * @param files texts by path: {@code streams/ORDERS.json}, {@code consumers/ORDERS/delivery-orders.json}
     */
    public static List<Finding> of(Map<String, String> files) {
        List<Finding> findings = new ArrayList<>();
        List<Declared> declared = new ArrayList<>();
        files.forEach((file, text) -> {
            try {
                JsonNode json = JSON.readTree(Declared.withExamples(text));
                declared.add(new Declared(file, json));
            } catch (JsonProcessingException e) {
                findings.add(new Finding(file, "is not JSON: " + e.getOriginalMessage() + "."));
            }
        });
        List<Declared> streams = declared.stream().filter(Declared::isStream).toList();
        List<Declared> consumers =
                declared.stream().filter(Declared::isConsumer).toList();
        streams.forEach(stream -> StreamRules.check(stream, findings));
        Overlaps.check(streams.stream().filter(stream -> !stream.isTemplate()).toList(), findings);
        consumers.forEach(consumer -> ConsumerRules.check(consumer, streams, findings));
        findings.sort(Comparator.comparing(Finding::file));
        return List.copyOf(findings);
    }
}
