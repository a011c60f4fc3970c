package io.millrace.contracts.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.validation.ContractValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerRegistered1To2Test {

    private static final ContractValidator VALIDATOR =
            ContractValidator.of(ContractRegistry.fromClassPath(CustomerRegistered1To2Test.class.getClassLoader()));

    @ParameterizedTest
    @CsvSource({"Customer 17850,Customer,17850", "Ana María de la Fuente,Ana María de la,Fuente", "Teller,Teller,"})
    void aNameIsDividedAtItsLastBlank(String name, String givenName, String familyName) {
        ObjectNode upcast = upcast(name);

        assertThat(upcast.path("givenName").textValue()).isEqualTo(givenName);
        assertThat(upcast.path("familyName").textValue()).isEqualTo(familyName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer 17850",
                "Teller",
                "Ana  Müller",
                " Ana",
                "Ana ",
                " ",
                "  ",
                "a b ",
                " a b",
                "李 小龙",
                "李小龙",
                "Ana\tMüller",
                "Ana\u00a0Müller",
                "👩 👩"
            })
    void everyNameThatFitsIsPrintedAgainCharacterByCharacter(String name) {
        ObjectNode upcast = upcast(name);

        assertThat(VALIDATOR.validate("customers.customer.registered", new Version(2, 0), upcast))
                .isEmpty();
        String familyName = upcast.path("familyName").textValue();
        assertThat(new CustomerRegistered("17850", upcast.path("givenName").textValue(), familyName, null, null)
                        .fullName())
                .isEqualTo(name);
    }

    private static ObjectNode upcast(String name) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("customerId", "17850").put("name", name).putObject("address").put("country", "Spain");
        assertThat(VALIDATOR.validate("customers.customer.registered", new Version(1, 0), body))
                .isEmpty();
        return new CustomerRegistered1To2().upcast(body);
    }
}
