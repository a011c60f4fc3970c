package io.millrace.chassis.consumer;

import io.millrace.chassis.loop.Loop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What handles one consumer.
 *
 * @param loop reads the stream
 * @param parked tries again what failed
 * @param rebuild builds tables anew, where there are any that can be
 */
record Consuming(ConsumerName name, EventLoop loop, ParkedEvents parked, Optional<Rebuild> rebuild) {

    List<Loop> loops() {
        return Stream.concat(
                        Stream.of(new Loop(name.durable(), loop), new Loop(name.durable() + "-parked", parked)),
                        rebuild.stream().map(step -> new Loop(name.durable() + "-rebuild", step)))
                .toList();
    }

    void resign() {
        loop.resign();
        rebuild.ifPresent(Rebuild::resign);
    }
}
