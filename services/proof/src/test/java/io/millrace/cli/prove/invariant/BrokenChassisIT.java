package io.millrace.cli.prove.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.cli.prove.load.Ledger;
import io.millrace.proof.broken.Counting;
import io.millrace.proof.broken.PausedSources;
import io.millrace.proof.broken.SmallShop;
import io.millrace.proof.broken.Struck;
import io.millrace.proof.broken.TamperingProxy;
import io.millrace.proof.broken.Ticked;
import io.millrace.testkit.nats.NatsClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The invariants can fail: each mechanism of the chassis is taken out once, a fault strikes, and a violation is reported.
 * With the mechanism in place the same fault does no harm.
 */
class BrokenChassisIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 30;

    @Test
    void aLostMessageDoesNoHarm() throws Exception {
        assertThat(afterALostMessage(false)).allMatch(Verdict::holds);
    }

    @Test
    void withoutTheLinkEventsAreOutOfOrderAfterALostMessage() throws Exception {
        assertThat(violated(afterALostMessage(true))).contains("Each aggregate's events run 1, 2, 3 … in order");
    }

    @Test
    void aRowThatIsCommittedLateDoesNoHarm() throws Exception {
        assertThat(afterALateCommit(Map.of())).allMatch(Verdict::holds);
    }

    @Test
    void withAnIdCursorARowThatIsCommittedLateIsLost() throws Exception {
        assertThat(violated(afterALateCommit(Map.of("broken", "cursor"))))
                .contains("Each acknowledged change is in its stream, exactly once");
    }

    @Test
    void anOutageInTheMiddleOfABatchDoesNoHarm() throws Exception {
        assertThat(afterAnOutage(Map.of())).matches(Verdict::holds);
    }

    @Test
    void withThePositionOutsideTheTransactionAnOutageLosesABatch() throws Exception {
        assertThat(afterAnOutage(Map.of("broken", "position"))).matches(verdict -> !verdict.holds());
    }

    @Test
    void withTheAckBeforeTheCommitAnOutageLosesABatch() throws Exception {
        assertThat(afterAnOutage(Map.of("broken", "ack"))).matches(verdict -> !verdict.holds());
    }

    @Test
    void aZombieDoesNoHarm() throws Exception {
        assertThat(afterAZombie(Map.of())).matches(Verdict::holds);
    }

    @Test
    void withoutTheFenceAZombieHandlesEventsOnceMore() throws Exception {
        assertThat(afterAZombie(Map.of("broken", "fencing"))).matches(verdict -> !verdict.holds());
    }

    private static List<Verdict> afterALostMessage(boolean withoutLinks) throws Exception {
        try (SmallShop shop = new SmallShop(Map.of());
                TamperingProxy proxy = new TamperingProxy(
                        SmallShop.natsUrl(), withoutLinks, "evt.%s.clock.a.struck".formatted(shop.service()));
                ApplicationContext instance = shop.instance(
                        "first", Map.of("nats.default.addresses", proxy.url(), "millrace.relay.mode", "linked"))) {
            Ledger ledger = new Ledger();
            SmallShop.emit(instance, ticks(ledger, "a", 1, EVENTS));
            awaitEmptyOutbox(shop);
            Emission lost = Emission.of("a", EVENTS + 1L, new Struck("a"));
            ledger.acknowledge("proof.clock.struck", "a", EVENTS + 1L);
            Emission[] behind = ticks(ledger, "a", EVENTS + 2, EVENTS);
            Emission[] all = IntStream.rangeClosed(0, behind.length)
                    .mapToObj(index -> index == 0 ? lost : behind[index - 1])
                    .toArray(Emission[]::new);
            SmallShop.emit(instance, all);
            awaitEmptyOutbox(shop);
            return verdicts(shop, ledger);
        }
    }

    private static List<Verdict> afterALateCommit(Map<String, Object> broken) throws Exception {
        try (SmallShop shop = new SmallShop(broken);
                ApplicationContext instance = shop.instance("first", Map.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Ledger ledger = new Ledger();
            CountDownLatch drawn = new CountDownLatch(1);
            CountDownLatch commit = new CountDownLatch(1);
            Future<?> late = threads.submit(() -> emitLate(instance, ticks(ledger, "late", 1, 1), drawn, commit));
            drawn.await();
            SmallShop.emit(instance, ticks(ledger, "early", 1, 1));
            await().atMost(PATIENCE).until(() -> history(shop).count() == 1);
            commit.countDown();
            late.get();
            SmallShop.emit(instance, ticks(ledger, "last", 1, 1));
            await().atMost(PATIENCE)
                    .until(() -> !history(shop).typeAt("proof.clock.last", 1).isEmpty());
            return verdicts(shop, ledger);
        }
    }

    private static Verdict afterAnOutage(Map<String, Object> broken) throws Exception {
        try (SmallShop shop = new SmallShop(broken);
                ApplicationContext instance = shop.instance("first", Map.of("proof.from", shop.service()))) {
            Counting.failNext(1);
            SmallShop.emit(instance, ticks(new Ledger(), "a", 1, EVENTS));
            await().atMost(PATIENCE).until(Counting::hasFailed);
            SmallShop.emit(instance, ticks(new Ledger(), "a", EVENTS + 1, 1));
            await().atMost(PATIENCE).until(() -> position(shop) == EVENTS + 1);
            return effects(shop, EVENTS + 1);
        }
    }

    private static Verdict afterAZombie(Map<String, Object> broken) throws Exception {
        try (SmallShop shop = new SmallShop(broken);
                ApplicationContext zombie =
                        shop.instance("first", Map.of("proof.from", shop.service(), "paused", true))) {
            SmallShop.emit(zombie, ticks(new Ledger(), "a", 1, EVENTS));
            zombie.getBean(PausedSources.class).awaitBatch();
            try (ApplicationContext successor = shop.instance("second", Map.of("proof.from", shop.service()))) {
                await().atMost(PATIENCE).until(() -> expireLease(shop) && position(shop) == EVENTS);
                PausedSources hands = zombie.getBean(PausedSources.class);
                hands.goOn();
                await().atMost(PATIENCE)
                        .until(() ->
                                hands.hasGivenUp() || number(shop, "SELECT count(*) FROM effect WHERE times > 1") > 0);
                return effects(shop, EVENTS);
            }
        }
    }

    private static Emission[] ticks(Ledger ledger, String clock, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(version -> {
                    ledger.acknowledge("proof.clock.ticked", clock, version);
                    return Emission.of(clock, version, new Ticked(clock));
                })
                .toArray(Emission[]::new);
    }

    /** A transaction that draws its ids before another one, and commits after it. */
    @SuppressWarnings("unchecked")
    private static Void emitLate(
            ApplicationContext instance, Emission[] emissions, CountDownLatch drawn, CountDownLatch commit) {
        TransactionOperations<Connection> transactions = instance.getBean(TransactionOperations.class);
        return transactions.executeWrite(tx -> {
            SmallShop.emit(instance, emissions);
            drawn.countDown();
            commit.await();
            return null;
        });
    }

    private static History history(SmallShop shop) throws Exception {
        History history = new History();
        try (var nats = NatsClient.connect(SmallShop.natsUrl())) {
            new StreamReading(nats).read(shop.stream(), history::add);
        }
        return history;
    }

    private static List<Verdict> verdicts(SmallShop shop, Ledger ledger) throws Exception {
        Evidence evidence = Evidence.of(ledger, _ -> shop.connect(), history(shop));
        return List.of(
                new AcknowledgedIsStored().check(evidence),
                new NothingTwice().check(evidence),
                new NoGaps().check(evidence));
    }

    private static List<String> violated(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::invariant)
                .toList();
    }

    /** Each event has taken effect, and once. */
    private static Verdict effects(SmallShop shop, int events) throws SQLException {
        Table effects = new Table(shop.service(), "effect", "SELECT effect, times FROM effect");
        IntStream.rangeClosed(1, events).forEach(version -> effects.rows().put("a/" + version, Table.row(1)));
        return new TableEqualsFold(effects).check(Evidence.of(new Ledger(), _ -> shop.connect(), new History()));
    }

    private static void awaitEmptyOutbox(SmallShop shop) {
        await().atMost(PATIENCE).until(() -> number(shop, "SELECT count(*) FROM messaging.outbox") == 0);
    }

    private static long position(SmallShop shop) throws SQLException {
        return number(shop, "SELECT coalesce(max(position), 0) FROM messaging.consumer");
    }

    /** As if its owner had been silent for too long. */
    private static boolean expireLease(SmallShop shop) throws SQLException {
        try (Connection connection = shop.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    UPDATE messaging.lease SET expires_at = now() - INTERVAL '1 minute'
                    WHERE name LIKE 'consumer:%' AND owner = 'first'""");
            return true;
        }
    }

    private static long number(SmallShop shop, String sql) throws SQLException {
        try (Connection connection = shop.connect();
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getLong(1);
        }
    }
}
