package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.Database;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A service's database is restored from an earlier state, after events were published that this state knows nothing of, not
 * even in its outbox. The service must notice and publish nothing; then its newest
 * state is put back. Callers do not reach it in between: what they were told there would be gone with the old state.
 */
record RestoredDatabase() implements Fault {

    private static final Duration PROBE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "a service's database restored from an earlier state";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public String note(ProofStage stage) {
        return "a copy of the database; recognised, then the newest put back";
    }

    @Override
    public Claim claim() {
        return Claim.SERVICES_ALONE;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        ServiceSpec service = ServiceSpec.ALL.get(random.nextInt(ServiceSpec.ALL.size()));
        List<Instance> instances = stage.instancesOf(service);
        String current = service.name();
        String earlier = current + "_earlier";
        String newest = current + "_newest";
        Database database = stage.database();

        instances.forEach(Instance::kill);
        again(() -> database.copy(current, earlier));
        long known = vitals.lastSent(service) + vitals.waiting(service);
        start(instances, vitals);
        Waiting.until(() -> vitals.lastSent(service) > known, service.name() + " publishes nothing that is new");

        instances.forEach(Instance::kill);
        database.displace(current);
        again(() -> database.rename(current, newest));
        again(() -> database.rename(earlier, current));
        requireNotice(stage, instances.getFirst());

        again(() -> database.drop(current));
        again(() -> database.rename(newest, current));
        database.isItselfAgain(current);
        long since = System.nanoTime();
        start(instances, vitals);
        return Recovery.since(since, vitals.flowing());
    }

    /** On another port than callers know. It ends if it cannot reach its database when it starts. */
    private static void requireNotice(ProofStage stage, Instance instance) throws Exception {
        int port = stage.hiddenPort();
        Map<String, String> hidden = Map.of("MICRONAUT_SERVER_PORT", Integer.toString(port));
        URI url = URI.create("http://127.0.0.1:" + port);
        try (RestClient rest = new RestClient(PROBE)) {
            Waiting.until(
                    () -> {
                        instance.start(hidden);
                        return saysItIsOld(rest.get(MessagingState.of(url)));
                    },
                    instance.name() + " does not notice that its database is an old one");
        } finally {
            instance.kill();
        }
    }

    private static boolean saysItIsOld(Answer answer) {
        return answer.succeeded()
                && MessagingState.of(answer.body()).outbox().state().startsWith("stopped: this database");
    }

    private static void start(List<Instance> instances, Vitals vitals) throws Exception {
        instances.forEach(Instance::start);
        for (Instance instance : instances) {
            Waiting.until(vitals.backAgain(instance), instance.name() + " does not come back");
        }
    }

    /** The database may be away at the moment. */
    private static void again(Step step) throws Exception {
        Waiting.until(
                () -> {
                    step.run();
                    return true;
                },
                "the database cannot be restored");
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
