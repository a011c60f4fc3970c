package io.millrace.cli.shop;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say whom to ask: all services of the shop that runs from a folder, or one service anywhere. */
public final class Addresses {

    @Mixin
    private StateFolder.Choice state;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The address of one service, instead of those of the shop that runs from the folder.")
    private URI url;

    public List<URI> all() {
        return url != null
                ? List.of(url)
                : RunningShop.in(state.folder()).services().stream()
                        .map(RunFile.Service::url)
                        .toList();
    }
}
