package io.millrace.chassis.saga;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingEnded;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.business.saga.SagaPlan;
import io.millrace.chassis.outbox.Cause;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sagas of two plans, in a service made of the chassis alone. */
final class Errands {

    /** What a saga of these tests knows. */
    @Serdeable
    record Errand(String id, String why) {}

    static final SagaPlan<Errand, String> PLAN = SagaPlan.<Errand, String>of("errand", Errand.class)
            .step(
                    "there",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 1))
                            .goesOnWith(ThingHappened.class)
                            .failsAfter(Duration.ofHours(1), errand -> new Errand(errand.id(), "late"))
                            .isUndoneBy(errand -> new ThingHappened(errand.id(), -1), ThingEnded.class))
            .step(
                    "back",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 2))
                            .goesOnWith(ThingHappened.class)
                            .failsWith(ThingEnded.class, (errand, _) -> new Errand(errand.id(), "refused")))
            .whenDone(errand -> List.of(errand.id() + " done"))
            .whenUndone(errand -> List.of(errand.id() + " " + errand.why()));

    private static final SagaPlan<Errand, String> WALK = SagaPlan.<Errand, String>of("walk", Errand.class)
            .step(
                    "there",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 1))
                            .goesOnWith(ThingHappened.class)
                            .failsAfter(Duration.ofHours(1), errand -> errand))
            .afterwards(
                    ThingEnded.class,
                    "again",
                    step -> step.asks(errand -> new ThingHappened(errand.id(), 2))
                            .goesOnWith(ThingHappened.class),
                    _ -> List.of());

    private final ChassisFixture fixture;
    private final List<String> told = new ArrayList<>();
    private final Sagas<Errand, String> sagas;

    Errands(ChassisFixture fixture) {
        this.fixture = fixture;
        this.sagas = keep(fixture.bean(SagaEngine.class));
    }

    Sagas<Errand, String> sagas() {
        return sagas;
    }

    /** What the service was told to do, by whichever of its instances. */
    List<String> told() {
        return told;
    }

    /** What another instance needs to know of the plan. */
    Sagas<Errand, String> keep(SagaEngine engine) {
        return engine.keep(PLAN, commands -> commands.forEach(one -> told.add(one.command())));
    }

    /** Those of the other plan. */
    Sagas<Errand, String> walks() {
        return fixture.bean(SagaEngine.class).keep(WALK, commands -> {});
    }

    void answer(String id, Event event) {
        sagas.answered(List.of(new SagaAnswer(id, event, Cause.current())));
    }

    String phase(String id) {
        return fixture.rows("SELECT phase FROM messaging.saga WHERE id = '" + id + "'")
                .getFirst();
    }
}
