package io.millrace.cli.importing.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;

/** Where the refused lines of a file go. */
public final class RefusedPath {

    private static final String EXTENSION = ".csv";

    private RefusedPath() {}

    /** Beside the input; in the other folder if the input's is read-only. */
    public static Path of(Path input, Path otherwise) {
        Path folder = input.toAbsolutePath().normalize().getParent();
        return (writable(folder) ? folder : otherwise.toAbsolutePath().normalize()).resolve(name(input));
    }

    private static String name(Path input) {
        String name = input.getFileName().toString();
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
        return (csv ? name.substring(0, name.length() - EXTENSION.length()) : name) + ".refused" + EXTENSION;
    }

    /** To root every folder is writable. One that nobody may write to is meant to stay as it is all the same. */
    private static boolean writable(Path folder) {
        try {
            EnumSet<PosixFilePermission> anyone = EnumSet.of(
                    PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            anyone.retainAll(Files.getPosixFilePermissions(folder));
            return !anyone.isEmpty() && Files.isWritable(folder);
        } catch (IOException | UnsupportedOperationException noPermissions) {
            return Files.isWritable(folder);
        }
    }
}
