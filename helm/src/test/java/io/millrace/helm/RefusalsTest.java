package io.millrace.helm;

import static io.millrace.helm.Refusal.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are missing or do not fit together: a sentence says which, and nothing is rendered. */
class RefusalsTest {

    @ParameterizedTest
    @MethodSource
    void namesTheKey(Refusal refused) {
        refused.isSaid();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThatThrownBy(() -> TestChart.copy().render("{}"))
                .hasMessageContaining("broker.urls is empty and nats.enabled is false")
                .hasMessageContaining("services.billing.database.url is missing")
                .hasMessageContaining("services.orders.database.secret is missing");
    }

    @Test
    void namesThatAreTooLongForKubernetesAreNotCutShort() {
        assertThatThrownBy(() -> TestChart.copy()
                        .renderAs("s".repeat(53), "values-development.yaml", "services: {courier_at_night: {}}"))
                .hasMessageContaining("services.courier_at_night: the name sss")
                .hasMessageContaining("streams.apply: the name sss")
                .hasMessageContaining("-courier-at-night is longer than 63 characters")
                .hasMessageNotContaining("services.customers: the name");
    }

    @Test
    void aServiceThatIsSwitchedOffNeedsNothing() {
        assertThat(TestChart.copy()
                        .render(
                                "values-development.yaml",
                                "services: {billing: {enabled: false, database: {url: '', secret: ''}}}")
                        .yaml())
                .doesNotContain("shop-billing");
    }

    static Stream<Refusal> namesTheKey() {
        return Stream.of(
                service("orders: {database: {secret: ''}}", "services.orders.database.secret is missing"),
                service("orders: {database: {url: ''}}", "services.orders.database.url is missing"),
                service(
                        "orders: {database: {url: 'postgres://db/orders'}}",
                        "services.orders.database.url must begin with jdbc:postgresql://, but is postgres://db/orders"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://db/orders?user=me&password=x'}}",
                        "services.orders.database.url must name neither user nor password"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://postgres:5432/billing'}}",
                        "services.billing.database.url and services.orders.database.url are the same"),
                new Refusal("broker: {urls: []}", "broker.urls is empty and nats.enabled is false"),
                new Refusal("nats: {enabled: true}", "broker.urls and nats.enabled are both given"),
                new Refusal(
                        "{broker: {urls: []}, nats: {enabled: true, config: {jetstream: {enabled: false}}}}",
                        "nats.config.jetstream.enabled is false: events live in JetStream"),
                new Refusal(
                        "{broker: {urls: []}, nats: {enabled: true, nameOverride: queue}}",
                        "nats.nameOverride is not followed by services"),
                new Refusal("broker: {urls: ['localhost:4222']}", "broker.urls must begin with nats:// or tls://"),
                new Refusal(
                        "broker: {urls: ['nats://a:b@nats:4222']}", "broker.urls must hold no user, password or token"),
                new Refusal(
                        "broker: {auth: {kind: creds}}", "broker.auth.secret is missing: broker.auth.kind is creds"),
                new Refusal(
                        "broker: {auth: {secret: mine}}", "broker.auth.secret is mine, but broker.auth.kind is none"),
                new Refusal("broker: {auth: {kind: token, secret: mine}}", "streams.apply.auth.kind is missing"),
                new Refusal("streams: {apply: {auth: {kind: user}}}", "streams.apply.auth.secret is missing"),
                service("orders: {broker: {auth: {kind: user}}}", "services.orders.broker.auth.secret is missing"),
                service("orders: {replicas: 0}", "services.orders.replicas is 0, and nothing scales it"),
                new Refusal("defaults: {replicas: 0}", "services.orders.replicas is 0, and nothing scales it"),
                service(
                        "orders: {autoscaling: {enabled: true, min: 3, max: 2}}",
                        "services.orders.autoscaling.max is 2, less than autoscaling.min, 3"),
                service(
                        "orders: {resources: {requests: {cpu: null}}}",
                        "services.orders.resources.requests.cpu is missing"),
                service(
                        "orders: {autoscaling: {enabled: true}, keda: {enabled: true}}",
                        "services.orders.autoscaling.enabled and services.orders.keda.enabled are both true"),
                service("orders: {keda: {enabled: true}}", "services.orders.keda.stream is missing"),
                service(
                        "orders: {keda: {enabled: true, monitoring: a, stream: b, consumer: c, min: 2, max: 1}}",
                        "services.orders.keda.max is 1, less than keda.min, 2"),
                service("orders: {stop: {waitSeconds: 60}}", "services.orders.stop.withinSeconds must be more than"),
                service(
                        "orders: {env: {MICRONAUT_SERVER_PORT: '1'}}",
                        "services.orders.env.MICRONAUT_SERVER_PORT is set already"),
                service(
                        "orders: {env: {A: '1'}, secretEnv: {A: {secret: s, key: k}}}",
                        "services.orders.secretEnv.A is set"),
                service(
                        "orders: {env: {STRIPE_API_KEY: '1'}}",
                        "services.orders.env.STRIPE_API_KEY looks like a secret"),
                service(
                        "billing: {outside: {PROVIDER: {url: 'payments.example.com'}}}",
                        "services.billing.outside.PROVIDER.url must be like https://host:port"),
                service("courier: {}", "services.courier.mainClass is missing"),
                new Refusal(
                        "{podMonitor: {enabled: true}, networkPolicy: {rest: {from: []}}}",
                        "networkPolicy.rest.from and metrics.from are empty, but podMonitor.enabled is true"),
                service("nats: {}", "services.nats: this name is taken"),
                service("test_pod: {}", "services.test_pod: this name is taken"),
                new Refusal("image: {tag: latest}", "image.tag is `latest`"),
                service("orders: {image: {tag: latest}}", "services.orders.image.tag is `latest`"),
                service("orders: {enabled: false}", "test.placeOrder needs services.orders, which is not enabled"),
                new Refusal(
                        "services: {customers: {enabled: false}, orders: {enabled: false}, inventory: {enabled: false},"
                                + " billing: {enabled: false}, delivery: {enabled: false}}",
                        "services: none is enabled"));
    }
}
