package io.millrace.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.rules.ContractProject;
import io.millrace.contracts.rules.ContractRules;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command brings contracts of its own. */
class BenchContractsTest {

    @Test
    void theyKeepAllRules() throws URISyntaxException {
        Path classes = Path.of(Measured.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Path.of("src/main/resources/contracts");

        assertThat(ContractRules.check(
                        ContractProject.of(folder, classes, getClass().getClassLoader())))
                .isEmpty();
    }
}
