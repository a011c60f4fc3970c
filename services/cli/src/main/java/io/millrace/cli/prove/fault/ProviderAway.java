package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.PaymentProvider;
import io.millrace.cli.prove.stage.ProofStage;
import java.util.List;
import java.util.random.RandomGenerator;

/** The payment provider says 503, says nothing, closes connections, or is killed, and is there again after a while. */
record ProviderAway() implements Fault {

    private static final int SHORTEST_MILLIS = 2000;
    private static final int LONGEST_MILLIS = 8000;
    private static final List<String> WAYS = List.of("503", "hang", "refuse", "kill");

    @Override
    public String name() {
        return "payment provider away";
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        PaymentProvider provider = stage.provider();
        String way = WAYS.get(random.nextInt(WAYS.size()));
        leave(provider, way);
        try {
            Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        } finally {
            comeBack(provider, way);
        }
        return Recovery.since(System.nanoTime(), new Vitals(stage).paying());
    }

    private static void leave(PaymentProvider provider, String way) throws Exception {
        if (way.equals("kill")) {
            provider.kill();
        } else {
            provider.turnOff(way);
        }
    }

    private static void comeBack(PaymentProvider provider, String way) throws Exception {
        if (way.equals("kill")) {
            provider.start();
        } else {
            provider.turnOn();
        }
    }
}
