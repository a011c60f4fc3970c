package io.millrace.cli.demo;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import io.millrace.cli.up.AddressTable;
import io.millrace.cli.up.StopSignal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace demo}. */
@Command(
        name = "demo",
        header = "Show, step by step, what the shop survives.",
        description = {
            "",
            "Starts a shop of its own on free ports, beside one that may be running, stocks, registers, orders and pays through REST,"
                    + " kills services, stops NATS, adds a service, and looks at what arrived. A step that fails ends it"
                    + " with exit code 1 and the reason.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace demo           the shop stays up afterwards, until Ctrl-C",
            "  ./millrace demo --exit"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final double MILLIS = 1000.0;

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "Stop the shop after the last step.")
    private boolean exit;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the demonstration's shop keeps what it stores; emptied first (.millrace/demo).")
    private Path given;

    @Override
    public Integer call() {
        StateFolder state = state();
        Shop.empty(state, () -> {});
        try (StopSignal stop = StopSignal.install();
                Shop shop = Shop.in(state, PortPlan.free());
                RestClient rest = new RestClient(REQUEST_LIMIT)) {
            play(new Stage(shop, rest, new Await(Clock.systemUTC(), STEP_LIMIT)), stop);
        } catch (InterruptedException interrupted) {
            throw new CommandFailure("The demonstration was interrupted.", interrupted);
        }
        return 0;
    }

    private void play(Stage stage, StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        Instant began = Instant.now();
        out.println("A shop of its own, in %s:".formatted(stage.shop().state().path()));
        out.println();
        new Performance(out, ansi, stage.shop().state().logs(), Clock.systemUTC()).play(Plot.steps(), stage);
        out.println();
        out.println(ansi.string("@|green,bold Every step worked|@, in %.1f s."
                .formatted(Duration.between(began, Instant.now()).toMillis() / MILLIS)));
        if (!exit) {
            out.println("The shop stays up until Ctrl-C.");
            new AddressTable(stage.shop()).print(out, ansi);
            stop.await();
        }
        out.flush();
    }

    private StateFolder state() {
        if (given == null) {
            return new StateFolder.Choice().folder().demo();
        }
        StateFolder state = new StateFolder(given.toAbsolutePath().normalize());
        if (!state.isShops()) {
            throw new CommandFailure(state.path() + " is not the state folder of a shop, so it is not emptied.");
        }
        return state;
    }
}
