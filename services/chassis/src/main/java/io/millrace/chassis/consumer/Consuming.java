package io.millrace.chassis.consumer;

/**
 * What handles one consumer.
 *
 * @param loop reads the stream
 * @param parked tries again what failed
 */
record Consuming(EventLoop loop, ParkedEvents parked) {}
