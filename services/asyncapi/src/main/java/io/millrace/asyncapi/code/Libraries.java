package io.millrace.asyncapi.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jars and folders of a class path beside the service's own class files. A service may hand a part of an event to any
 * of them, by a call, a lambda or a bean that it knows an interface of only; so all of them are looked through.
 *
 * @param places jars and folders; what is not there is passed over, as Java does
 */
public record Libraries(List<Path> places) {

    public Libraries {
        places = List.copyOf(places);
    }

    /** The class path of this process without the service's own folder. */
    public static Libraries ofClassPath(Path own) {
        return new Libraries(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(place -> !place.toAbsolutePath()
                        .normalize()
                        .equals(own.toAbsolutePath().normalize()))
                .toList());
    }

    /**
     * The members of some types that libraries refer to. What the types say of themselves does not count: their methods
     * are followed from where they are called.
     *
     * @param owners as class files write them
     */
    Set<Member> membersOf(Set<String> owners) {
        if (owners.isEmpty()) {
            return Set.of();
        }
        String prefix = commonPrefix(owners);
        return places.stream()
                .flatMap(place -> classes(place, prefix).stream())
                .filter(model -> !owners.contains(model.thisClass().asInternalName()))
                .flatMap(Member::of)
                .filter(member -> owners.contains(member.owner()))
                .collect(toSet());
    }

    /** The classes that hold a text. Parsing is for those only: there are thousands. */
    private static List<ClassModel> classes(Path place, String text) {
        try {
            return Files.isDirectory(place) ? ofFolder(place, text) : isJar(place) ? ofJar(place, text) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + place, e);
        }
    }

    private static boolean isJar(Path place) {
        return Files.isRegularFile(place) && place.toString().endsWith(".jar");
    }

    private static List<ClassModel> ofFolder(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            isOfInterest(folder.relativize(file).toString().replace(File.separatorChar, '/')))
                    .map(ClassFiles::bytes)
                    .filter(bytes -> holds(bytes, text))
                    .map(bytes -> ClassFile.of().parse(bytes))
                    .toList();
        }
    }

    private static List<ClassModel> ofJar(Path jar, String text) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> isOfInterest(entry.getName()))
                    .map(entry -> bytes(zip, entry))
                    .filter(bytes -> holds(bytes, text))
                    .map(bytes -> ClassFile.of().parse(bytes))
                    .toList();
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry.getName() + " of " + zip.getName(), e);
        }
    }

    private static boolean isOfInterest(String path) {
        return !path.startsWith("io/micronaut/") && ClassFiles.isWritten(path.substring(path.lastIndexOf('/') + 1));
    }

    private static boolean holds(byte[] file, String text) {
        return new String(file, ISO_8859_1).contains(text);
    }

    private static String commonPrefix(Set<String> names) {
        return names.stream()
                .reduce((some, other) -> {
                    int end = Math.min(some.length(), other.length());
                    int mismatch = Arrays.mismatch(some.toCharArray(), other.toCharArray());
                    return some.substring(0, mismatch < 0 ? end : Math.min(mismatch, end));
                })
                .orElse("");
    }
}
