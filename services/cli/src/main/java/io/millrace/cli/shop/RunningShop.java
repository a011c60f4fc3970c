package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import java.net.URI;
import java.util.List;

/** A shop that another process runs. */
public record RunningShop(RunFile run) {

    /** @throws CommandFailure none runs from that folder */
    public static RunningShop in(StateFolder state) {
        return RunFile.read(state)
                .filter(run -> run.runner().find().isPresent())
                .map(RunningShop::new)
                .orElseThrow(() -> new CommandFailure(
                        "No shop is running from %s: start one with ./millrace up.".formatted(state.path())));
    }

    /** Those that have events; the sandbox payment provider is none. */
    public List<RunFile.Service> services() {
        return run.services().stream()
                .filter(service -> !service.name().equals(ServiceSpec.PROVIDER.name()))
                .toList();
    }

    /** @throws CommandFailure it runs without that service */
    public URI url(String name) {
        return run.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .map(RunFile.Service::url)
                .orElseThrow(() -> new CommandFailure("The running shop has no " + name
                        + ": start it without --only, or name its address with --" + name + " URL."));
    }
}
