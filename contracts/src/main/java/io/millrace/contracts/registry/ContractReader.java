package io.millrace.contracts.registry;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes contracts of files, wherever the files are from. */
final class ContractReader {

    private record Key(String type, Version version) {}

    private final Map<String, String> placeOfType = new HashMap<>();
    private final Map<Key, JsonNode> schemas = new HashMap<>();
    private final Map<Key, Map<String, Sample>> samples = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ContractReader() {}

    static ContractReading read(List<ContractPlace> places) {
        ContractReader reader = new ContractReader();
        places.forEach(reader::read);
        return reader.reading();
    }

    private void read(ContractPlace place) {
        findings.addAll(place.findings());
        place.files().forEach((path, bytes) -> read(place.name(), path, bytes));
    }

    private void read(String place, String path, byte[] bytes) {
        switch (ContractFile.of(path)) {
            case ContractFile.Unknown(String reason) -> findings.add(new Finding(path, reason));
            case ContractFile.Schema(String type, Version version) -> {
                if (isOwn(place, type)) {
                    json(path, bytes).ifPresent(schema -> schemas.put(new Key(type, version), schema));
                }
            }
            case ContractFile.SampleOf(String type, Version version, String name) -> {
                if (isOwn(place, type)) {
                    json(path, bytes)
                            .ifPresent(body -> samples.computeIfAbsent(new Key(type, version), key -> new TreeMap<>())
                                    .put(name, new Sample(name, body)));
                }
            }
        }
    }

    /** A type belongs to one service, so it stands in one place, all its versions together. */
    private boolean isOwn(String place, String type) {
        String first = placeOfType.putIfAbsent(type, place);
        if (first == null || first.equals(place)) {
            return true;
        }
        Finding twice = new Finding(
                type,
                "stands in both " + first + " and " + place + "; a type belongs to one service and stands in one");
        if (!findings.contains(twice)) {
            findings.add(twice);
        }
        return false;
    }

    private Optional<JsonNode> json(String path, byte[] bytes) {
        try {
            return Optional.of(StrictJson.read(bytes));
        } catch (InvalidJsonException e) {
            findings.add(new Finding(path, e.getMessage()));
            return Optional.empty();
        }
    }

    private ContractReading reading() {
        List<Contract> contracts = schemas.entrySet().stream()
                .map(schema -> new Contract(
                        schema.getKey().type(),
                        schema.getKey().version(),
                        schema.getValue(),
                        List.copyOf(
                                samples.getOrDefault(schema.getKey(), Map.of()).values())))
                .toList();
        requireOwnIds(contracts);
        samples.keySet().stream()
                .filter(key -> !schemas.containsKey(key))
                .map(key ->
                        new Finding(key.type() + " " + key.version(), "has a sample, but no schema that can be read"))
                .sorted(comparing(Finding::place))
                .forEach(findings::add);
        return new ContractReading(ContractRegistry.of(contracts), findings);
    }

    /** Whoever has an id that is not its own is to blame, and not the one that it belongs to. */
    private static boolean hasOthersId(Contract contract) {
        return !contract.urn().equals(contract.schema().path("$id").asText());
    }

    private void requireOwnIds(List<Contract> contracts) {
        Map<String, Contract> byId = new HashMap<>();
        contracts.stream()
                .sorted(comparing(ContractReader::hasOthersId)
                        .thenComparing(Contract::type)
                        .thenComparing(Contract::version))
                .forEach(contract -> {
                    String id = contract.schema().path("$id").asText();
                    Contract first = id.isEmpty() ? null : byId.putIfAbsent(id, contract);
                    if (first != null) {
                        findings.add(new Finding(
                                contract.label(), "has the $id " + id + ", which " + first.label() + " has already"));
                    }
                });
    }
}
