package io.millrace.chassis.deadletters;

/** What becomes of a parked event. */
enum ParkedState {
    /** It waits behind an earlier event of its aggregate. */
    WAITING,
    /** It is tried again when it is due. */
    RETRYING,
    /** It failed for the last time: somebody must redrive or discard it. */
    DEAD,
    /** Somebody threw it away: it goes as soon as the consumer's owner sees it. */
    DISCARDED
}
