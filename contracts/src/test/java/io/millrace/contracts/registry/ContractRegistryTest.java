package io.millrace.contracts.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.Folder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRegistryTest {

    @TempDir
    Path temp;

    @Test
    void versionsAreOrderedByNumberNotByText() {
        assertThat(Version.parse("1.10")).isGreaterThan(Version.parse("1.9")).isLessThan(Version.parse("2.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0.0", "0.1", "01.0", "1.01", "1.x", "-1.0", "", "1.99999999999"})
    void anythingElseIsNoVersion(String version) {
        assertThatThrownBy(() -> Version.parse(version)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderGivesTypesVersionsAndSamples() {
        Folder folder = new Folder(temp).with("1.0", "a").with("1.1", "a").with("2.0", "b");
        folder.file("1.0.sample-odd-one.json", "{\"a\":\"odd\"}");

        ContractRegistry registry = ContractRegistry.fromFolder(temp);

        assertThat(registry.types()).containsExactly(Folder.TYPE);
        assertThat(registry.versions(Folder.TYPE).keySet())
                .map(Version::toString)
                .containsExactly("1.0", "1.1", "2.0");
        assertThat(registry.newest(Folder.TYPE, 1).orElseThrow().label()).isEqualTo(Folder.TYPE + " 1.1");
        assertThat(registry.newest(Folder.TYPE, 3)).isEmpty();
        assertThat(registry.find(Folder.TYPE, new Version(1, 0)).orElseThrow().samples())
                .map(Sample::name)
                .containsExactly("", "odd-one");
    }

    @Test
    void whatIsHandedOutCannotChangeTheRegistry() {
        ContractRegistry registry =
                ContractRegistry.fromFolder(new Folder(temp).with("1.0", "a").path());
        Contract contract = registry.newest(Folder.TYPE).orElseThrow();

        ((ObjectNode) contract.schema()).removeAll();
        ((ObjectNode) contract.samples().getFirst().body()).removeAll();

        assertThat(contract.schema().path("$id").asText()).isEqualTo(contract.urn());
        assertThat(contract.samples().getFirst().body().path("a").asText()).isEqualTo("x");
        assertThatThrownBy(() -> registry.types().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> registry.versions(Folder.TYPE).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theJarsOfAClassPathAreMerged() throws IOException {
        Path one = jar("one.jar", new Folder(temp.resolve("one")).with("1.0", "a"));
        Path other = jar(
                "other.jar",
                new Folder(temp.resolve("other"))
                        .at("tests.thing.ended/1.0.schema.json", "{\"$id\":\"urn:millrace:tests.thing.ended:1.0\"}"));

        try (URLClassLoader loader = loader(one, other)) {
            assertThat(ContractRegistry.fromClassPath(loader).types())
                    .containsExactly("tests.thing.ended", "tests.thing.happened");
        }
    }

    @Test
    void aTypeInTwoJarsIsRefusedByName() throws IOException {
        Path one = jar("one.jar", new Folder(temp.resolve("one")).with("1.0", "a"));
        Path other = jar("other.jar", new Folder(temp.resolve("other")).with("2.0", "a"));

        try (URLClassLoader loader = loader(one, other)) {
            assertThatThrownBy(() -> ContractRegistry.fromClassPath(loader))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("tests.thing.happened: stands in both")
                    .hasMessageContaining("one.jar")
                    .hasMessageContaining("other.jar");
        }
    }

    @Test
    void twoTypesWithOneIdAreRefusedByName() throws IOException {
        Path one = jar("one.jar", new Folder(temp.resolve("one")).with("1.0", "a"));
        Path other = jar(
                "other.jar",
                new Folder(temp.resolve("other"))
                        .at("tests.thing.lost/1.0.schema.json", Folder.schema("1.0", "\"properties\":{}")));

        try (URLClassLoader loader = loader(one, other)) {
            assertThatThrownBy(() -> ContractRegistry.fromClassPath(loader))
                    .isInstanceOf(ContractException.class)
                    .hasMessage("tests.thing.lost 1.0: has the $id urn:millrace:tests.thing.happened:1.0, "
                            + "which tests.thing.happened 1.0 has already");
        }
    }

    @Test
    void aFileThatTheIndexListsAndTheJarLacksIsNamed() throws IOException {
        Path jar = jar("one.jar", new Folder(temp.resolve("one")).with("1.0", "a"), "tests.thing.lost/1.0.schema.json");

        try (URLClassLoader loader = loader(jar)) {
            assertThatThrownBy(() -> ContractRegistry.fromClassPath(loader))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("tests.thing.lost/1.0.schema.json: is listed in");
        }
    }

    private Path jar(String name, Folder folder, String... listedToo) throws IOException {
        Path jar = temp.resolve(name);
        List<String> files = List.copyOf(ContractFolder.files(folder.path()));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new ZipEntry(ContractReading.INDEX));
            entries.write((String.join("\n", files) + "\n" + String.join("\n", listedToo)).getBytes(UTF_8));
            for (String file : files) {
                entries.putNextEntry(new ZipEntry("contracts/" + file));
                entries.write(Files.readAllBytes(folder.path().resolve(file)));
            }
        }
        return jar;
    }

    private static URLClassLoader loader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
