package io.millrace.chassis.consumer;

import io.millrace.chassis.loop.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What handles one consumer.
 *
 * @param loop reads the stream
 * @param parked tries again what failed
 * @param rebuild builds tables anew, where there are any that can be
 * @param pruning has the inbox forget, where there is one
 */
record Consuming(
        ConsumerName name,
        EventLoop loop,
        ParkedEvents parked,
        Optional<Rebuild> rebuild,
        Optional<InboxPruning> pruning) {

    List<Loop> loops() {
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop(name.durable(), loop));
        loops.add(new Loop(name.durable() + "-parked", parked));
        rebuild.ifPresent(step -> loops.add(new Loop(name.durable() + "-rebuild", step)));
        pruning.ifPresent(step -> loops.add(new Loop(name.durable() + "-inbox", step)));
        return loops;
    }

    void resign() {
        loop.resign();
        rebuild.ifPresent(Rebuild::resign);
    }
}
