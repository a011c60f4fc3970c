package io.millrace.chassis.parked;

/** A verdict as the columns of {@code messaging.parked_event}. */
final class ParkedColumns {

    private ParkedColumns() {}

    static String state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Retry _ -> "RETRYING";
            case Verdict.Dead _ -> "DEAD";
        };
    }

    /** Null for what is not to be looked at any more. */
    static Long delayMillis(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Retry retry -> retry.delay().toMillis();
            case Verdict.Dead _ -> null;
        };
    }

    static int deaths(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Retry _ -> 0;
            case Verdict.Dead _ -> 1;
        };
    }
}
