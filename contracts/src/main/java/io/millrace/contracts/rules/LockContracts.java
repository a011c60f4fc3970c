package io.millrace.contracts.rules;

import io.millrace.contracts.upcasting.UpcasterChain;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Publishes new versions: {@code java -cp … io.millrace.contracts.rules.LockContracts <folder of contracts>}. Records
 * and upcasters are those of the class path; records are looked for in its folders.
 */
public final class LockContracts {

    private LockContracts() {}

    public static void main(String[] args) {
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println("give the folder of the contracts, for example src/main/resources/contracts");
            System.exit(2);
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(Path.of(args[0]), records(), System.out, System.err));
    }

    /**
     * The same for whoever has the answer printed elsewhere.
     *
     * @param classes the records, compiled; must be on the class path of this class, as their upcasters
     * @return 0 locked, 1 refused
     */
    public static int lock(Path folder, Path classes, PrintStream out, PrintStream err) {
        return run(folder, EventRecords.in(classes, LockContracts.class.getClassLoader()), out, err);
    }

    static int run(Path folder, List<Class<?>> records, PrintStream out, PrintStream err) {
        ClassLoader loader = LockContracts.class.getClassLoader();
        return switch (Locking.lock(new ContractProject(folder, UpcasterChain.installed(loader), records))) {
            case Locking.Locked(List<String> added, boolean begun) -> {
                if (begun && !added.isEmpty()) {
                    out.println(
                            "there was no contracts.lock: it begins with what is here; if there was one before, take it"
                                    + " from your version control, for it knows what was published");
                }
                added.forEach(label -> out.println("locked " + label));
                out.println(added.isEmpty() ? "nothing new to lock; the index is written" : "the index is written");
                yield 0;
            }
            case Locking.Refused refused -> {
                refused.findings().forEach(err::println);
                err.println("nothing is locked");
                yield 1;
            }
        };
    }

    private static List<Class<?>> records() {
        ClassLoader loader = LockContracts.class.getClassLoader();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .<Class<?>>flatMap(classes -> EventRecords.in(classes, loader).stream())
                .toList();
    }
}
