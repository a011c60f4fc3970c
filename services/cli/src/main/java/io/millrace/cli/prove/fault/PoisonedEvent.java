package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.fault.Recovery.Condition;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A defective producer emits events that nobody can handle, with sound ones behind them. They must end as dead letters,
 * with what waits behind them, while everything else goes on; then they are discarded, and what waited is handled.
 */
record PoisonedEvent(Poison poison) implements Fault {

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
        for (PoisonShape shape : PoisonShape.values()) {
            emitted.put(shape, producer.emit(poison, shape, prefix));
        }
        Condition others = new Vitals(stage).flowing();
        PoisonInTheShop traces = new PoisonInTheShop(stage);
        return new Recovery(
                since,
                () -> others.holds() && traces.isParked(poison, emitted),
                () -> traces.isGoneOnceDiscarded(prefix));
    }

    @Override
    public String note(ProofStage stage) {
        return poison.note();
    }
}
