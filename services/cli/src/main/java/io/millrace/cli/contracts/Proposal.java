package io.millrace.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.compatibility.Compatibility;
import io.millrace.contracts.compatibility.Incompatibility;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.rules.SchemaRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A schema that somebody would like an event to have, beside the one it would follow.
 *
 * @param before the newest version within the major one that its {@code $id} names; empty for a new type
 * @param contract the proposed schema, under the version that the next minor one would be
 * @param incompatible what a minor version may not change
 * @param due the version that it must be; that of the one before if nothing differs
 * @param stated the version that its {@code $id} names
 */
record Proposal(
        Optional<Contract> before, Contract contract, List<Incompatibility> incompatible, Version due, Version stated) {

    private static final Pattern ID = Pattern.compile("urn:millrace:([a-z0-9_]+\\.[a-z0-9_]+\\.[a-z0-9_]+):([0-9.]+)");

    /** Whether it is what is published already. */
    boolean changesNothing() {
        return before.map(Contract::version).filter(due::equals).isPresent();
    }

    /** Whether its {@code $id} must be another when it becomes a file. Nobody is kept from a new major version. */
    boolean isMisnamed() {
        Stream<Version> may = before.map(Contract::version).stream()
                .flatMap(version -> Stream.of(version, new Version(version.major() + 1, 0)));
        return Stream.concat(Stream.of(due), may).noneMatch(stated::equals);
    }

    /** @throws BadInput if it is no schema that a contract may have */
    static Proposal of(Path file, ContractRegistry registry) {
        JsonNode schema = read(file);
        Contract proposed = named(file, schema);
        List<Finding> findings = SchemaRules.check(proposed).toList();
        if (!findings.isEmpty()) {
            throw new BadInput(file + ": " + findings.getFirst());
        }
        String type = proposed.type();
        Optional<Contract> same = registry.find(type, proposed.version()).filter(there -> isSame(there, proposed));
        if (same.isPresent()) {
            return new Proposal(same, proposed, List.of(), proposed.version(), proposed.version());
        }
        return registry.newest(type, proposed.version().major())
                .or(() -> registry.newest(type))
                .map(before -> following(before, proposed, registry))
                .orElseGet(() ->
                        new Proposal(Optional.empty(), proposed, List.of(), new Version(1, 0), proposed.version()));
    }

    private static Proposal following(Contract before, Contract proposed, ContractRegistry registry) {
        if (isSame(before, proposed)) {
            return new Proposal(Optional.of(before), proposed, List.of(), before.version(), proposed.version());
        }
        Version newest = registry.newest(before.type()).orElseThrow().version();
        Version minor = new Version(before.version().major(), before.version().minor() + 1);
        Version major = new Version(newest.major() + 1, 0);
        Contract next = new Contract(before.type(), minor, proposed.schema(), List.of());
        List<Incompatibility> incompatible = Compatibility.compare(before, next, major);
        return new Proposal(
                Optional.of(before), next, incompatible, incompatible.isEmpty() ? minor : major, proposed.version());
    }

    private static boolean isSame(Contract before, Contract proposed) {
        return withoutId(before).equals(withoutId(proposed));
    }

    private static JsonNode withoutId(Contract contract) {
        return ((ObjectNode) contract.schema()).without("$id");
    }

    private static Contract named(Path file, JsonNode schema) {
        String id = schema.path("$id").asText();
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new BadInput(file + ": its $id is '" + id + "', but must be urn:millrace:<type>:<version>.");
        }
        try {
            return new Contract(matcher.group(1), Version.parse(matcher.group(2)), schema, List.of());
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ": " + e.getMessage() + ".", e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return StrictJson.read(Files.readAllBytes(file));
        } catch (InvalidJsonException e) {
            throw new BadInput(file + " " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new BadInput("Cannot read " + file + ".", e);
        }
    }
}
