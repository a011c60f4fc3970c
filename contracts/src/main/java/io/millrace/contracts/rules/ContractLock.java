package io.millrace.contracts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.CanonicalJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractReading;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was published and stays as it is: for each version a line {@code <type> <version> sha256:<…>} of its schema, and
 * one {@code <type> <version> sample[-<name>] sha256:<…>} for each of its samples, all in canonical form. Samples may be
 * added to a published version, for events of it may have had any form that fits.
 *
 * @param hashes by what stands before the hash, sorted: a version's samples come behind it
 */
record ContractLock(Map<String, String> hashes) {

    static final String NAME = "contracts.lock";

    /** The command that writes lock and index. */
    static final String HOW = "run ./millrace contracts lock";

    private static final Pattern LINE =
            Pattern.compile("(\\S+ \\d+\\.\\d+(?: sample(?:-[a-z0-9-]+)?)?) (sha256:[0-9a-f]{64})");

    /** What differs between the lock of a folder and its schemas, and what else was found, in that order. */
    static List<Finding> check(Path folder, List<Finding> others) {
        ContractRegistry registry = ContractReading.ofFolder(folder).registry();
        List<Finding> findings = new ArrayList<>();
        ContractLock lock = read(folder, findings);
        findings.addAll(lock.broken(registry));
        findings.addAll(lock.withoutWhatFollows(registry, others));
        lock.missing(registry).stream()
                .map(label -> new Finding(label, "is not in " + NAME + " yet; when it is as it shall stay, " + HOW))
                .forEach(findings::add);
        return findings;
    }

    /** Whether a folder has one. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** The lock of a folder; empty if it has none. Lines that are none are added to the findings. */
    static ContractLock read(Path folder, List<Finding> findings) {
        Map<String, String> hashes = new TreeMap<>();
        for (String line : lines(folder.resolve(NAME))) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                findings.add(new Finding(
                        NAME, "has a line that is not '<type> <version> [sample[-<name>]] sha256:<…>': " + line));
            } else if (hashes.put(matcher.group(1), matcher.group(2)) != null) {
                findings.add(new Finding(NAME, "has " + matcher.group(1) + " twice"));
            }
        }
        return new ContractLock(hashes);
    }

    /** What was published and is not as it was. */
    List<Finding> broken(ContractRegistry registry) {
        Map<String, String> now = of(registry).hashes;
        List<Finding> findings = new ArrayList<>();
        hashes.forEach((label, hash) -> {
            String what = isOfSample(label) ? "sample" : "schema";
            if (isOfSample(label) && isGone(versionOf(label), now)) {
                return;
            }
            if (!now.containsKey(label)) {
                findings.add(new Finding(
                        label,
                        "was published, but its " + what + " is gone; put it back, for stored events are of it"));
            } else if (!now.get(label).equals(hash)) {
                findings.add(new Finding(
                        label,
                        "was published, but its " + what + " was changed since; undo that, and make the change a new "
                                + (isOfSample(label) ? "sample" : "version")));
            }
        });
        return findings;
    }

    /** Findings, but for those about a version whose schema is gone: that is told of once. */
    List<Finding> withoutWhatFollows(ContractRegistry registry, List<Finding> findings) {
        Map<String, String> now = of(registry).hashes;
        return findings.stream()
                .filter(finding -> !isGone(finding.place(), now))
                .toList();
    }

    private boolean isGone(String version, Map<String, String> now) {
        return hashes.containsKey(version) && !now.containsKey(version);
    }

    private static String versionOf(String label) {
        return label.substring(0, label.lastIndexOf(' '));
    }

    /** What is not published yet. */
    List<String> missing(ContractRegistry registry) {
        return of(registry).hashes.keySet().stream()
                .filter(label -> !hashes.containsKey(label))
                .toList();
    }

    static ContractLock of(ContractRegistry registry) {
        Map<String, String> hashes = new TreeMap<>();
        registry.contracts().forEach(contract -> {
            hashes.put(contract.label(), hash(contract.schema()));
            contract.samples().forEach(sample -> hashes.put(label(contract, sample), hash(sample.body())));
        });
        return new ContractLock(hashes);
    }

    private static String label(Contract contract, Sample sample) {
        return contract.label() + " sample" + (sample.name().isEmpty() ? "" : "-" + sample.name());
    }

    private static boolean isOfSample(String label) {
        return label.indexOf(' ') != label.lastIndexOf(' ');
    }

    void write(Path folder) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (label, hash) -> lines.append(label).append(' ').append(hash).append('\n'));
        try {
            Files.writeString(folder.resolve(NAME), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(NAME), e);
        }
    }

    private static String hash(JsonNode document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(document));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
