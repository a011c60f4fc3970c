package io.millrace.contracts.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which records there are for which versions. The newest version of each type has a record; an older one may keep its
 * own beside it, for as long as somebody still sends that.
 */
final class RecordRules {

    private final ContractRegistry registry;
    private final List<Finding> findings = new ArrayList<>();

    private RecordRules(ContractRegistry registry) {
        this.registry = registry;
    }

    /** @param records none at all means that nothing is written in Java here */
    static List<Finding> check(ContractRegistry registry, Collection<Class<?>> records) {
        RecordRules rules = new RecordRules(registry);
        if (!records.isEmpty()) {
            records.forEach(rules::checkRecord);
            records.stream()
                    .collect(groupingBy(record -> label(contract(record)), TreeMap::new, toList()))
                    .forEach(rules::checkAlone);
            registry.newest().forEach(newest -> rules.checkNewest(newest, records));
        }
        return List.copyOf(rules.findings);
    }

    private void checkRecord(Class<?> record) {
        String label = label(contract(record));
        Optional<Contract> contract = find(contract(record));
        if (!record.isRecord()) {
            findings.add(new Finding(label, record.getName() + " carries @EventContract, but is no record"));
        } else if (contract.isEmpty()) {
            findings.add(new Finding(label, "record " + record.getName() + " names it, but there is no such schema"));
        } else {
            RecordComparison.compare(record, contract.get().schema()).stream()
                    .map(problem -> new Finding(label, problem + ", in record " + record.getName()))
                    .forEach(findings::add);
        }
    }

    private void checkAlone(String label, List<Class<?>> records) {
        if (records.size() > 1) {
            findings.add(new Finding(
                    label,
                    "has several records: "
                            + records.stream().map(Class::getName).sorted().collect(joining(", "))));
        }
    }

    private void checkNewest(Contract newest, Collection<Class<?>> records) {
        List<Class<?>> ofType = records.stream()
                .filter(record -> contract(record).value().equals(newest.type()))
                .toList();
        if (ofType.stream().noneMatch(record -> label(contract(record)).equals(newest.label()))) {
            findings.add(new Finding(newest.label(), "is the newest version, but " + insteadOf(ofType)));
        }
    }

    private static String insteadOf(List<Class<?>> records) {
        return records.isEmpty()
                ? "no record names it"
                : "its record " + records.getFirst().getName() + " is of "
                        + contract(records.getFirst()).version() + "; make it the newest, or add one";
    }

    private Optional<Contract> find(EventContract contract) {
        try {
            return registry.find(contract.value(), Version.parse(contract.version()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static EventContract contract(Class<?> record) {
        return record.getAnnotation(EventContract.class);
    }

    private static String label(EventContract contract) {
        return contract.value() + " " + contract.version();
    }
}
