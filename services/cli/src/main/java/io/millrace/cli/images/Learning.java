package io.millrace.cli.images;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.demo.Purchase;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.Jvm;
import io.millrace.cli.shop.LogTail;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a shop live for a moment: a product is listed, orders are placed, paid, refused and cancelled. When it is stopped, the
 * JVMs of staged services write what they learned (JEP 514 and 515) beside their jars.
 *
 * @param place a folder for what that shop stores
 */
record Learning(Home home, JavaRuntime java, List<Staged> learners, Path place, Stages stages) {

    /** Flags of whoever makes an image would be those of a cache that is shipped. */
    private static final String FLAGS_FROM_OUTSIDE = "JDK_JAVA_OPTIONS";

    /** A cache of a service takes half a minute on one core. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Returns when there is a cache for each of them, and each has been found good. */
    void live() throws IOException, InterruptedException {
        StateFolder state = new StateFolder(place);
        Shop.empty(state, () -> {});
        stages.begins("Learning: PostgreSQL and NATS start");
        try (Shop shop = Shop.in(state, PortPlan.free(), this::jvm)) {
            shop.set(FLAGS_FROM_OUTSIDE, "");
            shop.startServers();
            Optional<Staged> commandLine = staged(ServiceSpec.COMMAND_LINE);
            if (commandLine.isPresent()) {
                stages.begins("Learning: the command line declares streams");
                applyStreams(commandLine.get(), shop.nats().url());
            }
            if (learners.size() > commandLine.stream().count()) {
                stages.begins("Learning: the services start");
                shop.start(ServiceSpec.WITH_PROVIDER);
                stages.begins("Learning: the shop buys a few things");
                Purchase.rehearse(shop);
                stages.begins(
                        "Learning: the services stop, and write what they learned; half a minute each on one core");
                end(shop);
            }
        }
        stages.begins("Learning: what they wrote is tried");
        for (Staged learner : learners) {
            requireCache(learner);
        }
    }

    /** Writing a cache takes longer than a service usually has to stop. */
    private void end(Shop shop) throws InterruptedException {
        List<ServiceProcess> processes = learners.stream()
                .filter(learner -> !learner.service().equals(ServiceSpec.COMMAND_LINE))
                .map(learner -> shop.service(learner.service().name()))
                .toList();
        processes.forEach(ServiceProcess::askToStop);
        for (ServiceProcess process : processes) {
            if (!process.awaitEnd(PATIENCE)) {
                throw new CommandFailure("%s did not end within %d minutes: %s may say why."
                        .formatted(process.name(), PATIENCE.toMinutes(), process.log()));
            }
        }
    }

    /** As the job does it that a chart runs before the services start. */
    private void applyStreams(Staged commandLine, String server) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(learning(commandLine).command());
        command.addAll(List.of(commandLine.service().mainClass(), "streams", "apply", "--server", server));
        run(commandLine, command);
    }

    private Jvm jvm(ServiceSpec spec) {
        return staged(spec).map(this::learning).orElseGet(() -> home.jvm(spec.module()));
    }

    private Optional<Staged> staged(ServiceSpec spec) {
        return learners.stream()
                .filter(learner -> learner.service().equals(spec))
                .findFirst();
    }

    private Jvm learning(Staged staged) {
        return jvm(staged).with("-XX:AOTCacheOutput=" + staged.cache());
    }

    private Jvm jvm(Staged staged) {
        return staged.jvm(java, staged.flags(home));
    }

    /**
     * Asks for a JVM that does not start unless it can use the cache.
     *
     * @throws CommandFailure it did not
     */
    private void requireCache(Staged staged) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(jvm(staged)
                .with("-XX:AOTCache=" + staged.cache())
                .with("-XX:AOTMode=on")
                .command());
        command.add("-version");
        run(staged, command);
    }

    private void run(Staged staged, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createDirectories(place.resolve("logs"))
                .resolve(staged.service().name() + "-cache.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove(FLAGS_FROM_OUTSIDE);
        Process process = builder.start();
        if (process.waitFor() != 0) {
            throw new CommandFailure("No cache came of %s: %s says why; its last line is: %s"
                    .formatted(staged.service().name(), log, LogTail.lastLine(log)));
        }
    }
}
