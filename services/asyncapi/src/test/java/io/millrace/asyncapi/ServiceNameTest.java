package io.millrace.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceNameTest {

    @Test
    void readsKeysBelowEachOther() {
        assertThat(ServiceName.of("""
                micronaut:
                  # who we are
                  application:
                    name: delivery   # not: courier
                  server:
                    port: 8083
                """)).contains("delivery");
    }

    @Test
    void readsJoinedKeysAndQuotes() {
        assertThat(ServiceName.of("micronaut.application:\n  name: 'delivery'\n"))
                .contains("delivery");
    }

    @Test
    void takesNoOtherName() {
        assertThat(ServiceName.of("""
                micronaut:
                  application:
                  server:
                    name: no
                name: neither
                """)).isEmpty();
    }

    @Test
    void takesNoNameThatOnlyTheEnvironmentKnows() {
        assertThat(ServiceName.of("micronaut.application.name: ${NAME:delivery}"))
                .isEmpty();
    }
}
