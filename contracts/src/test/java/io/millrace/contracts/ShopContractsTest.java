package io.millrace.contracts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.rules.ContractProject;
import io.millrace.contracts.rules.ContractRules;
import io.millrace.contracts.rules.EventRecords;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopContractsTest {

    private static final Path FOLDER = Path.of("src/main/resources/contracts");
    private static final ClassLoader LOADER = ShopContractsTest.class.getClassLoader();
    private static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(Include.NON_NULL);

    @Test
    void theContractsOfTheShopKeepAllRules() throws URISyntaxException {
        List<Finding> findings = ContractRules.check(ContractProject.of(FOLDER, classes(), LOADER));

        if (!findings.isEmpty()) {
            fail(findings.stream().map(Finding::toString).collect(joining("\n")));
        }
    }

    @Test
    void theClassPathHoldsWhatTheFolderHolds() {
        ContractRegistry folder = ContractRegistry.fromFolder(FOLDER);

        assertThat(ContractRegistry.fromClassPath(LOADER).contracts())
                .containsExactlyElementsOf(folder.contracts().toList());
    }

    static Stream<Class<?>> records() throws URISyntaxException {
        return EventRecords.in(classes(), LOADER).stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everySampleIsReadIntoItsRecordAndWrittenAgain(Class<?> record) throws Exception {
        EventContract named = record.getAnnotation(EventContract.class);
        Contract contract = ContractRegistry.fromFolder(FOLDER)
                .find(named.value(), Version.parse(named.version()))
                .orElseThrow();

        assertThat(contract.samples()).isNotEmpty().allSatisfy(sample -> {
            JsonNode body = sample.body();
            assertThat(JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(body, record))))
                    .isEqualTo(body);
        });
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(EventContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
