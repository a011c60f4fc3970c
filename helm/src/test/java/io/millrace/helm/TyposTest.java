package io.millrace.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that nobody knows is no key that was meant. */
class TyposTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            services: {orders: {replica: 3}}                    | 'replica' not allowed
            services: {orders: {replicas: two}}                 | /services/orders/replicas
            services: {orders: {database: {passwort: x}}}       | 'passwort' not allowed
            services: {orders: {env: {A: 1}}}                   | /services/orders/env/A
            services: {orders: {resources: {limit: {cpu: 1}}}}  | 'limit' not allowed
            service: {}                                         | 'service' not allowed
            defaults: {stop: {within: 3}}                       | 'within' not allowed
            runAs: 0                                            | /runAs
            broker: {auth: {kind: kreds}}                       | /broker/auth/kind
            networkPolicy: {rest: {form: []}}                   | 'form' not allowed
            networkPolicy: {rest: {from: [{podSelectr: {}}]}}   | 'podSelectr' not allowed
            networkPolicy: {dns: {ports: [0]}}                  | /networkPolicy/dns/ports/0
            streams: {apply: {inboxPrefix: "_INBOX.a b"}}       | /streams/apply/inboxPrefix
            test: {volume: []}                                  | 'volume' not allowed
            image: {tag: 1.2}                                   | /image/tag
            nats: {enabled: yes please}                         | /nats/enabled
            """)
    void isRefusedByName(String values, String named) {
        assertThatThrownBy(() -> TestChart.copy().render("values-development.yaml", values))
                .hasMessageContaining(named);
    }
}
