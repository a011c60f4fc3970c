package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.outbox.Emission;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is stopped in good order. */
class StopIT {

    private final ChassisFixture fixture = new ChassisFixture();
    private final CountDownLatch handling = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void aHandlerThatTakesItsTime() {
        fixture.sql("CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, effect text)");
        Things.failure = effect -> {
            handling.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
    }

    @AfterEach
    void close() {
        Things.failure = effect -> null;
        fixture.close();
    }

    @Test
    void finishesWhatIsBeingHandledAndThenGivesUpItsLeases() throws Exception {
        fixture.emit(Emission.of("a", 1, new ThingHappened("a", 1)));
        fixture.drain();
        ApplicationContext instance =
                fixture.instance("one", Map.of("tests.from", fixture.service(), "millrace.consumer.enabled", true));
        handling.await();

        Thread stop = Thread.ofPlatform().start(instance::close);
        assertThat(stop.join(Duration.ofSeconds(1))).as("it waits").isFalse();
        goOn.countDown();
        stop.join();

        assertThat(fixture.rows("SELECT effect FROM effect")).containsExactly("a 1");
        assertThat(fixture.rows("SELECT owner FROM messaging.lease WHERE owner = 'one'"))
                .isEmpty();
    }
}
