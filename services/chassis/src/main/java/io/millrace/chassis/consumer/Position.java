package io.millrace.chassis.consumer;

import java.util.Optional;

/**
 * Up to where a consumer has handled its stream.
 *
 * @param sequence of the last handled message, 0 if there is none
 * @param eventId of that message, by which a stream that was recreated or restored is recognised
 */
record Position(long sequence, Optional<String> eventId) {}
