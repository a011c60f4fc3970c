package io.millrace.chassis.consumer;

import io.millrace.chassis.parked.Fence;

/** Another instance owns the consumer now: what this one was about to commit must not be. */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(Fence fence) {
        super("consumer " + fence.consumer() + " is not owned with epoch " + fence.epoch() + " any more");
    }
}
