package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.fault.Recovery.Condition;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A defective producer emits events that nobody can handle, with sound ones behind them. They must end as dead letters,
 * with what waits behind them, while everything else goes on; then they are discarded, and what waited is handled.
 */
record PoisonedEvent(Poison poison) implements Fault {

    private static final int SHAPES = 3;

    @Override
    public String name() {
        return "poison: " + poison.what();
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        String prefix = "poison-%08x".formatted(random.nextInt());
        DefectiveProducer producer = new DefectiveProducer(stage);
        Map<PoisonShape, String> emitted = new EnumMap<>(PoisonShape.class);
        long since = System.nanoTime();
        for (PoisonShape shape : some(random)) {
            emitted.put(
                    shape,
                    producer.emit(poison, shape, prefix + "-" + shape.name().toLowerCase(Locale.ROOT)));
        }
        Condition others = new Vitals(stage).flowing();
        PoisonInTheShop traces = new PoisonInTheShop(stage);
        return new Recovery(
                since,
                () -> others.holds() && traces.isParked(poison, emitted),
                () -> traces.isGoneOnceDiscarded(prefix));
    }

    /** So many of all shapes that each meets each poison in a long run, and the large ones do not fill the streams. */
    private static List<PoisonShape> some(RandomGenerator random) {
        List<PoisonShape> shapes = new ArrayList<>(List.of(PoisonShape.values()));
        while (shapes.size() > SHAPES) {
            shapes.remove(random.nextInt(shapes.size()));
        }
        return shapes;
    }

    @Override
    public String note(ProofStage stage) {
        return poison.note();
    }
}
