package io.millrace.chassis.source;

/** Opens streams by name. The one place where a transport is chosen. */
@FunctionalInterface
public interface EventSources {

    EventSource of(String stream);
}
