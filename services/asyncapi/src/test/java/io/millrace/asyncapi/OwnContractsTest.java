package io.millrace.asyncapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnContractsTest {

    @TempDir
    Path classes;

    @Test
    void whoBringsNoneKeepsAllRules() {
        assertThatCode(() -> OwnContracts.require(classes, getClass().getClassLoader()))
                .doesNotThrowAnyException();
    }

    @Test
    void contractsInAServicesOwnJarKeepTheRulesThatAllKeep() throws IOException {
        Path folder = Files.createDirectories(classes.resolve("contracts/shop.thing.sold"));
        Files.writeString(folder.resolve("1.0.schema.json"), """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:millrace:shop.thing.sold:1.0",
             "type": "object", "properties": {}}
            """);

        assertThatThrownBy(() -> OwnContracts.require(classes, getClass().getClassLoader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop.thing.sold 1.0: the body is an open object")
                .hasMessageContaining("shop.thing.sold 1.0: is not in contracts.lock yet");
    }
}
