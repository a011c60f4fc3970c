package io.millrace.contracts.registry;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder of contracts: a folder for each type, and beside them the index and the lock. */
public final class ContractFolder {

    private ContractFolder() {}

    /** The paths of all files of contracts, {@code <type>/<file>}, sorted: what belongs into the index. */
    public static SortedSet<String> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(path -> path.getNameCount() > 1)
                    .map(ContractFolder::withSlashes)
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
    }

    static ContractPlace read(Path folder) {
        return new ContractPlace(
                folder.toString(),
                files(folder).stream()
                        .collect(toMap(
                                Function.identity(), path -> bytes(folder.resolve(path)), (a, b) -> a, TreeMap::new)),
                findings(folder));
    }

    /** A file of a contract that stands beside the folders of the types would be in no version, and nobody would know. */
    private static List<Finding> findings(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .sorted()
                    .map(file -> new Finding(file, "stands in no folder of a type: put it into <type>/" + file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String withSlashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
