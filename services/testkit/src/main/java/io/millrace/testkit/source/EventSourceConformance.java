package io.millrace.testkit.source;

import static io.millrace.testkit.source.Reading.assertNothingComes;
import static io.millrace.testkit.source.Reading.from;
import static io.millrace.testkit.source.Reading.read;
import static io.millrace.testkit.source.Reading.sequences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.Subscription;
import io.millrace.testkit.source.SourceUnderTest.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the event loop takes for granted about a transport. Any {@link EventSource} passes it, or must not be used. */
public abstract class EventSourceConformance {

    private static final String CONSUMER = "mill-wheel";
    private static final int LARGE = 500_000;
    private static final int MANY = 6_000;

    private SourceUnderTest transport;
    private int published;

    /** Prepares an empty stream. Called before each test. */
    protected abstract SourceUnderTest start();

    @BeforeEach
    void prepare() {
        transport = start();
    }

    @AfterEach
    void cleanUp() {
        transport.close();
    }

    @Test
    void beginsWithTheFirstMessageAtPositionZero() {
        publish(3);
        try (Subscription subscription = open(1, 0)) {
            assertThat(sequences(read(subscription, 3))).isEqualTo(from(1, 3));
        }
    }

    @Test
    void beginsAfterThePosition() {
        publish(10);
        try (Subscription subscription = open(1, 4)) {
            assertThat(sequences(read(subscription, 6))).isEqualTo(from(5, 10));
        }
    }

    @Test
    void beginsWithWhatComesNextWhenThePositionIsTheLast() {
        publish(3);
        try (Subscription subscription = open(1, 3)) {
            assertNothingComes(subscription);
            publish(2);
            assertThat(sequences(read(subscription, 2))).isEqualTo(from(4, 5));
        }
    }

    @Test
    void deliversManyInOrderWithoutAGapAndNoneTwice() {
        int many = 12_000;
        publish(many);
        try (Subscription subscription = open(1, 0)) {
            List<SourceMessage> messages = read(subscription, many, 37);
            assertThat(sequences(messages)).isEqualTo(from(1, many));
            assertThat(messages).extracting(EventSourceConformance::text).isEqualTo(numbers(many));
            assertNothingComes(subscription);
        }
    }

    @Test
    void deliversWhatIsPublishedWhileItReads() throws InterruptedException {
        int many = 5_000;
        try (Subscription subscription = open(1, 0)) {
            Thread publisher = Thread.startVirtualThread(() -> publish(many));
            assertThat(sequences(read(subscription, many, 500))).isEqualTo(from(1, many));
            publisher.join();
        }
    }

    @Test
    void givesAnEmptyListWhenNothingComes() {
        try (Subscription subscription = open(1, 0)) {
            assertThat(subscription.next(10, Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void returnsAsSoonAsThereIsOne() {
        try (Subscription subscription = open(1, 0)) {
            publish(1);
            long begin = System.nanoTime();
            assertThat(subscription.next(1000, Duration.ofSeconds(30))).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void countsWhatIsBehindAMessage() {
        publish(10);
        try (Subscription subscription = open(1, 0)) {
            assertThat(read(subscription, 10))
                    .extracting(SourceMessage::pending)
                    .isEqualTo(from(0, 9).reversed());
        }
    }

    @Test
    void countsWhatIsNotReadYet() {
        publish(10);
        try (Subscription subscription = open(1, 2)) {
            assertThat(subscription.behind()).isEqualTo(8);
            SourceMessage first = read(subscription, 3, 1).getFirst();
            assertThat(subscription.behind()).isEqualTo(5);
            Awaitility.await().until(() -> subscription.arrivedBehind(first) == 7);
            read(subscription, 5, 1);
            assertThat(subscription.behind()).isZero();
            publish(1);
            Awaitility.await().until(() -> subscription.behind() == 1);
        }
    }

    @Test
    void knowsWhatComesNext() {
        publish(3);
        assertThat(transport.source().next(0).orElseThrow().sequence()).isOne();
        assertThat(transport.source().next(2).orElseThrow().sequence()).isEqualTo(3);
        assertThat(transport.source().next(3)).isEmpty();
        transport.purge();
        assertThat(transport.source().next(0)).isEmpty();
        publish(1);
        assertThat(transport.source().next(0).orElseThrow().sequence()).isEqualTo(4);
    }

    @Test
    void servesEachConsumerByItself() {
        publish(5);
        try (Subscription one = transport.source().open("one", 1, 0);
                Subscription other = transport.source().open("other", 1, 2)) {
            assertThat(sequences(read(one, 5))).isEqualTo(from(1, 5));
            assertThat(sequences(read(other, 3))).isEqualTo(from(3, 5));
        }
    }

    @Test
    void silencesTheOlderOwner() {
        publish(5);
        try (Subscription older = open(1, 0)) {
            read(older, 5);
            try (Subscription newer = open(2, 5)) {
                publish(5);
                assertThat(sequences(read(newer, 5))).isEqualTo(from(6, 10));
                assertThat(sequences(untilLost(older))).isEmpty();
            }
        }
    }

    @Test
    void readsAgainFromThePositionWhateverWasAcknowledged() {
        publish(10);
        try (Subscription first = open(1, 0)) {
            List<SourceMessage> messages = read(first, 10);
            first.acknowledge(messages.getLast());
        }
        try (Subscription second = open(2, 4)) {
            assertThat(sequences(read(second, 6))).isEqualTo(from(5, 10));
        }
    }

    @Test
    void deletesNothing() {
        publish(100);
        try (Subscription subscription = open(1, 0)) {
            subscription.acknowledge(read(subscription, 100).getLast());
        }
        assertThat(transport.source().state().firstSequence()).isOne();
        try (Subscription again = open(2, 0)) {
            assertThat(sequences(read(again, 100))).isEqualTo(from(1, 100));
        }
    }

    @Test
    void keepsSubjectHeadersAndBodyAsTheyWere() {
        byte[] bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        transport.publish(List.of(
                new Draft("evt.mill.wheel.w-1.turned", Map.of("ce-type", "mill.wheel.turned", "Ce-Actor", "me"), bytes),
                new Draft("evt.mill.wheel.W_2.turned", Map.of("ce-type", "mill.wheel.turned"), new byte[0])));
        try (Subscription subscription = open(1, 0)) {
            List<SourceMessage> messages = read(subscription, 2);
            SourceMessage large = messages.getFirst();
            assertThat(large.subject()).isEqualTo("evt.mill.wheel.w-1.turned");
            assertThat(large.header("ce-type")).isEqualTo("mill.wheel.turned");
            assertThat(large.header("ce-actor")).isEqualTo("me");
            assertThat(large.header("ce-missing")).isNull();
            assertThat(large.body()).isEqualTo(bytes);
            assertThat(messages.getLast().subject()).isEqualTo("evt.mill.wheel.W_2.turned");
            assertThat(messages.getLast().body()).isEmpty();
        }
    }

    @Test
    void missesNothingWhenTheServerRestarts() {
        int many = 3_000;
        publish(many);
        List<SourceMessage> messages = new ArrayList<>();
        try (Subscription subscription = open(1, 0)) {
            messages.addAll(read(subscription, many / 2, 100));
            transport.restart();
            publish(many);
            messages.addAll(untilLost(subscription));
        }
        try (Subscription reopened = openWhenItIsBack(2, messages.getLast().sequence())) {
            messages.addAll(read(reopened, 2 * many - messages.size(), 100));
        }
        assertThat(sequences(messages)).isEqualTo(from(1, 2L * many));
    }

    /** More than any transport delivers ahead. */
    @Test
    void saysSoWhenSomethingWasPurgedBeforeItCouldBeRead() {
        publish(MANY);
        try (Subscription subscription = open(1, 0)) {
            List<SourceMessage> messages = new ArrayList<>(subscription.next(1, Duration.ofSeconds(10)));
            transport.purge();
            publish(1);
            messages.addAll(untilLost(subscription));
            assertThat(messages).hasSizeLessThan(MANY);
            assertThat(sequences(messages)).isEqualTo(from(1, messages.size()));
            assertThat(transport.source().state().firstSequence()).isEqualTo(MANY + 1L);
        }
    }

    @Test
    void goesOnWhereEverythingThatWasPurgedHadBeenRead() {
        publish(3);
        try (Subscription subscription = open(1, 0)) {
            read(subscription, 3);
            transport.purge();
            publish(2);
            assertThat(sequences(read(subscription, 2))).isEqualTo(from(4, 5));
        }
    }

    @Test
    void knowsWhereTheStreamBeginsAndEnds() {
        assertThat(transport.source().state().lastSequence()).isZero();
        publish(3);
        assertThat(transport.source().state().firstSequence()).isOne();
        assertThat(transport.source().state().lastSequence()).isEqualTo(3);
    }

    @Test
    void deliversTheIdThatIsKnownAtTheSequence() {
        publish(2);
        transport.publish(List.of(new Draft("evt.mill.wheel.w-1.turned", Map.of(), new byte[0])));
        try (Subscription subscription = open(1, 0)) {
            assertThat(read(subscription, 3))
                    .extracting(SourceMessage::eventId)
                    .containsExactly(Optional.of("event-0"), Optional.of("event-1"), Optional.empty());
        }
    }

    @Test
    void knowsTheIdOfTheEventAtASequence() {
        publish(2);
        assertThat(transport.source().eventId(2)).hasValue("event-1");
        assertThat(transport.source().eventId(3)).isEmpty();
    }

    @Test
    void saysThatItCannotBeReached() {
        EventSource unreachable = transport.unreachable();
        assertThatThrownBy(() -> unreachable.open(CONSUMER, 1, 0)).isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(unreachable::state).isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(() -> unreachable.eventId(1)).isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(() -> unreachable.next(0)).isInstanceOf(SourceUnavailableException.class);
    }

    @Test
    void closesTwiceAsWellAsOnce() {
        Subscription subscription = open(1, 0);
        subscription.close();
        subscription.close();
    }

    private Subscription open(long epoch, long position) {
        return transport.source().open(CONSUMER, epoch, position);
    }

    private Subscription openWhenItIsBack(long epoch, long position) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(SourceUnavailableException.class)
                .until(() -> open(epoch, position), opened -> true);
    }

    /** A subscription that lost its server or its consumer may say so, or say nothing; it may not leave one out. */
    private static List<SourceMessage> untilLost(Subscription subscription) {
        List<SourceMessage> messages = new ArrayList<>();
        try {
            List<SourceMessage> batch = subscription.next(100, Duration.ofSeconds(1));
            while (!batch.isEmpty()) {
                messages.addAll(batch);
                batch = subscription.next(100, Duration.ofSeconds(1));
            }
        } catch (SourceLostException e) {
            return messages;
        }
        return messages;
    }

    /** Numbers the messages through, over all calls. */
    private void publish(int count) {
        int first = published;
        published += count;
        transport.publish(IntStream.range(first, published)
                .mapToObj(number -> new Draft(
                        "evt.mill.wheel.w-" + number % 7 + ".turned",
                        Map.of("ce-type", "mill.wheel.turned", "Nats-Msg-Id", "event-" + number),
                        Integer.toString(number).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static String text(SourceMessage message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }
}
