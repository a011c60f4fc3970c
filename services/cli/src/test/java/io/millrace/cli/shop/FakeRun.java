package io.millrace.cli.shop;

import io.millrace.cli.FakeShop;
import java.nio.file.Path;
import java.util.List;

/** A state folder that says that this JVM runs a shop. */
final class FakeRun {

    private static final ProcessId MYSELF = ProcessId.of(ProcessHandle.current());

    private FakeRun() {}

    /** The shop, whose only service is delivery. */
    static FakeShop in(Path folder) {
        FakeShop shop = new FakeShop();
        new RunFile(MYSELF, "nats://nowhere", "none", List.of(new RunFile.Service("delivery", shop.url(), MYSELF)))
                .write(new StateFolder(folder));
        return shop;
    }
}
