package io.millrace.contracts.rules;

import io.millrace.contracts.registry.ContractFolder;
import io.millrace.contracts.registry.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The list of the files of a folder, by which they are found in a jar. */
final class ContractIndex {

    private static final String NAME = "index";

    private ContractIndex() {}

    static List<Finding> check(Path folder) {
        Path index = folder.resolve(NAME);
        SortedSet<String> there = ContractFolder.files(folder);
        SortedSet<String> listed = new TreeSet<>(Files.exists(index) ? lines(index) : List.of());
        List<Finding> findings = new ArrayList<>();
        there.stream()
                .filter(file -> !listed.contains(file))
                .map(file -> new Finding(NAME, "does not list " + file + ": " + ContractLock.HOW))
                .forEach(findings::add);
        listed.stream()
                .filter(file -> !there.contains(file))
                .map(file -> new Finding(NAME, "lists " + file + ", which is not there: " + ContractLock.HOW))
                .forEach(findings::add);
        return findings;
    }

    static void write(Path folder) {
        try {
            Files.writeString(folder.resolve(NAME), String.join("\n", ContractFolder.files(folder)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(NAME), e);
        }
    }

    private static List<String> lines(Path index) {
        try {
            return Files.readAllLines(index).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + index, e);
        }
    }
}
