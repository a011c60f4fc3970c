package io.millrace.chassis.saga;

import java.util.List;

/** Does what sagas tell their own service. */
@FunctionalInterface
public interface SagaCommands<C> {

    /**
     * Does all of it, in order, within the transaction that the sagas are written in.
     *
     * @throws RuntimeException it cannot be done: nothing of the transaction happens, and what led to it is tried again
     */
    void tell(List<Told<C>> commands);
}
