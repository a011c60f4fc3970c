package io.millrace.chassis.business.saga;

/**
 * How far a saga has come.
 *
 * @param step the index of the step that is asked for or undone; the last one once it is over
 * @param asked how many times the present question was asked; 0 where the step asks nothing
 * @param state what the saga knows
 */
public record Progress<S>(Phase phase, int step, int asked, S state) {

    Progress<S> with(S changed) {
        return new Progress<>(phase, step, asked, changed);
    }
}
