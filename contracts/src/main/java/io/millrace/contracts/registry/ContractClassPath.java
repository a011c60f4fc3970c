package io.millrace.contracts.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The jars and folders of a class path that have an index. Each is read from where its own index stands. */
final class ContractClassPath {

    private static final String INDEX_NAME = "index";

    private ContractClassPath() {}

    static List<ContractPlace> read(ClassLoader loader) {
        try {
            List<ContractPlace> places = new ArrayList<>();
            for (URL index : Collections.list(loader.getResources(ContractReading.INDEX))) {
                places.add(read(index));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contracts of the class path", e);
        }
    }

    private static ContractPlace read(URL index) throws IOException {
        String url = index.toString();
        String base = url.substring(0, url.length() - INDEX_NAME.length());
        Map<String, byte[]> files = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (String path : paths(index)) {
            try {
                files.put(path, bytes(URI.create(base + path).toURL()));
            } catch (IOException | IllegalArgumentException e) {
                findings.add(new Finding(path, "is listed in " + url + ", but cannot be read"));
            }
        }
        return new ContractPlace(base, files, findings);
    }

    private static List<String> paths(URL index) throws IOException {
        return new String(bytes(index), UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static byte[] bytes(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
