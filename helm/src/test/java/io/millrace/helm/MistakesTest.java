package io.millrace.helm;

import static io.millrace.helm.Refusal.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of which something could be made that Kubernetes refuses, or that could never work. */
class MistakesTest {

    @ParameterizedTest
    @MethodSource
    void areSaidByTheirKey(Refusal refused) {
        refused.isSaid();
    }

    @Test
    void aReleaseIsNamedAsAServiceCanBe() {
        assertThatThrownBy(() -> TestChart.copy().renderAs("my.shop", "values-development.yaml"))
                .hasMessageContaining("The name of the release is my.shop: use small letters, digits and hyphens only");
    }

    @Test
    void noPasswordIsRepeated() {
        assertThatThrownBy(() -> TestChart.copy()
                        .render(
                                "values-development.yaml",
                                "services: {orders: {database: {url: 'postgres://u:geheim@db/orders'},"
                                        + " broker: {urls: ['u:geheim@nats:4222']}},"
                                        + " customers: {database: {url: 'u:geheim@db/customers'},"
                                        + " broker: {urls: ['nats://u:p/geheim@nats:4222']}},"
                                        + " inventory: {database: {url: 'jdbc:postgresql://u:p?geheim@db/inventory'}},"
                                        + " billing: {outside: {ONE: {url: 'https://u:geheim@one'},"
                                        + " TWO: {url: 'https://u:p/geheim@two'}, THREE: {url: 'u:geheim@three'}}}}"))
                .hasMessageContaining("services.orders.database.url must name neither user nor password")
                .hasMessageContaining("services.orders.broker.urls must hold no user, password or token")
                .hasMessageContaining("services.customers.database.url must name neither user nor password")
                .hasMessageContaining("services.customers.broker.urls must hold no user, password or token")
                .hasMessageContaining("services.inventory.database.url must name neither user nor password")
                .hasMessageContaining("services.billing.outside.ONE.url must be like https://host:port, without a user")
                .hasMessageContaining("services.billing.outside.TWO.url must be like https://host:port, without a user")
                .hasMessageContaining("services.billing.outside.THREE.url must be like https://host:port, without")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker: {urls: ['nats://[2001:db8::1]:4222', 'wss://nats.example.com/way']}",
                "services: {orders: {database: {url: 'jdbc:postgresql://one,[::1]:5433/orders?ssl=true'}}}",
                "services: {orders: {database: {url: 'jdbc:postgresql://[fe80::1%eth0]:5432/orders'}}}",
                "services: {orders: {database: {url: 'jdbc:postgresql://db/orders?options=-c search_path=x'}}}",
                "services: {orders: {database: {url: 'jdbc:postgresql://db/orders?ApplicationName=orders@shop'}}}",
                "services: {orders: {database: {url: 'jdbc:postgresql:///shop?cloudSqlInstance=p:r:orders"
                        + "&socketFactory=com.google.cloud.sql.postgres.SocketFactory'}},"
                        + " billing: {database: {url: 'jdbc:postgresql:///shop?cloudSqlInstance=p:r:billing"
                        + "&socketFactory=com.google.cloud.sql.postgres.SocketFactory'}}}",
                "services: {orders: {env: {DB_HOST: one, DB_PORT: '5432'},"
                        + " database: {url: 'jdbc:postgresql://$(DB_HOST):$(DB_PORT)/shop'}},"
                        + " billing: {env: {DB_HOST: two, DB_PORT: '5432'},"
                        + " database: {url: 'jdbc:postgresql://$(DB_HOST):$(DB_PORT)/shop'}}}",
                "services: {orders: {secretEnv: {DB_URL: {secret: s, key: k}}, database: {url: $(DB_URL)}}}",
                "services: {billing: {outside: {PROVIDER: {url: 'https://$(PAY_HOST):$(PAY_PORT)/of/@us'}}}}",
                "services: {orders: {resources: {requests: {cpu: 1, memory: 536870912},"
                        + " limits: {cpu: 1.5, memory: 1.5Gi}}}}",
                "services: {orders: {resources: {requests: {memory: 128974848000m}}}}",
                "services: {orders: {volumes: [{name: nats-creds, emptyDir: {}}],"
                        + " volumeMounts: [{name: nats-creds, mountPath: /tmp/more}]}}",
                "podMonitor: {labels: {helm.sh/chart: x}}",
                "podMonitor: {enabled: true}"
            })
    void whatOnlyLooksUnusualIsTaken(String values) {
        assertThat(TestChart.copy().render("values-development.yaml", values).pods())
                .hasSizeGreaterThan(5);
    }

    static Stream<Refusal> areSaidByTheirKey() {
        return Stream.of(urls(), databases(), names(), pods()).flatMap(each -> each);
    }

    private static Stream<Refusal> urls() {
        return Stream.of(
                new Refusal("broker: {urls: ['nats://']}", "broker.urls must be like nats://host:4222"),
                new Refusal(
                        "broker: {urls: ['nats://a:4222,b']}",
                        "broker.urls must be like nats://host:4222, one server each, but one is nats://a:4222,b"),
                new Refusal(
                        "image: {registry: 'https://registry.example.com'}",
                        "image.registry must be like registry.example.com/shop, without https://"),
                service(
                        "orders: {image: {registry: 'http://r'}}",
                        "services.orders.image.registry must be like registry.example.com/shop"));
    }

    private static Stream<Refusal> databases() {
        return Stream.of(
                service(
                        "orders: {database: {url: 'jdbc:postgresql://u:geheim@db/orders'}}",
                        "services.orders.database.url must name neither user nor password"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://'}}",
                        "services.orders.database.url must be like jdbc:postgresql://host:5432/orders"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql:///orders?ssl=true'}}",
                        "services.orders.database.url must be like jdbc:postgresql://host:5432/orders"),
                service(
                        "orders: {database: {url: 'postgres://$(DB_HOST)/orders'}}",
                        "services.orders.database.url must begin with jdbc:postgresql://"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql:///x?socketFactory=a&cloudSqlInstance=b'}},"
                                + " billing: {database: {url: 'jdbc:postgresql:///x?socketFactory=a&cloudSqlInstance=b'}}",
                        "services.billing.database.url and services.orders.database.url are the same"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://postgres:5432/'}}",
                        "services.orders.database.url must be like jdbc:postgresql://host:5432/orders"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://Postgres/billing?ssl=true'}}",
                        "services.billing.database.url and services.orders.database.url are the same"),
                service(
                        "orders: {database: {url: 'jdbc:postgresql://a,b:5433/shop'}},"
                                + " billing: {database: {url: 'jdbc:postgresql://b:5433,a:5432/shop'}}",
                        "services.billing.database.url and services.orders.database.url are the same"));
    }

    private static Stream<Refusal> names() {
        return Stream.of(
                service("Orders2: {}", "services.Orders2: the name of a service is at most 32 small letters"),
                service("order-notes: {}", "services.order-notes: the name of a service is at most 32 small letters"),
                service(
                        "orders: {labels: {app.kubernetes.io/name: x}}",
                        "services.orders.labels.app.kubernetes.io/name is set by the chart"),
                new Refusal(
                        "podMonitor: {enabled: true, labels: {helm.sh/chart: x}}",
                        "podMonitor.labels.helm.sh/chart is set by the chart"));
    }

    private static Stream<Refusal> pods() {
        return Stream.of(
                service(
                        "orders: {resources: {limits: {memory: lots}}}",
                        "services.orders.resources.limits.memory must be an amount like 512Mi, but is lots"),
                service(
                        "orders: {resources: {limits: {memory: 512m}}}",
                        "services.orders.resources.limits.memory must be an amount like 512Mi, but is 512m"),
                new Refusal(
                        "streams: {apply: {resources: {requests: {cpu: half}}}}",
                        "streams.apply.resources.requests.cpu must be an amount like 250m, but is half"),
                service(
                        "orders: {volumes: [{name: tmp, emptyDir: {}}]}",
                        "services.orders.volumes: the name tmp is taken already"),
                service(
                        "orders: {volumeMounts: [{name: mine, mountPath: /tmp/}]}",
                        "services.orders.volumeMounts: /tmp/ is taken already"),
                service(
                        "orders: {volumes: [{name: mine, emptyDir: {}}, {name: mine, emptyDir: {}}]}",
                        "services.orders.volumes: the name mine is taken already"),
                new Refusal(
                        "{broker: {auth: {kind: creds, secret: s}},"
                                + " streams: {apply: {volumes: [{name: nats-creds, emptyDir: {}}]}}}",
                        "streams.apply.volumes: the name nats-creds is taken already"),
                new Refusal(
                        "test: {volumes: [{name: tmp, emptyDir: {}}]}", "test.volumes: the name tmp is taken already"));
    }
}
