package io.millrace.chassis.business.saga;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a saga has come.
 *
 * @param step the index of the step that is asked for or undone; the last one once it is over
 * @param asked how many times the present question was asked; 0 where the step asks nothing
 * @param state what the saga knows
 * @param pending steps that are still to be done afterwards, by their indices
 */
public record Progress<S>(Phase phase, int step, int asked, S state, List<Integer> pending) {

    public Progress {
        pending = List.copyOf(pending);
    }

    Progress<S> with(S changed) {
        return new Progress<>(phase, step, asked, changed, pending);
    }

    Progress<S> at(Phase next, int index) {
        return new Progress<>(next, index, 0, state, pending);
    }

    Progress<S> askedOnceMore() {
        return new Progress<>(phase, step, asked + 1, state, pending);
    }

    Progress<S> remembering(int index) {
        List<Integer> more = new ArrayList<>(pending);
        more.add(index);
        return new Progress<>(phase, step, asked, state, more);
    }

    Progress<S> withoutFirstPending() {
        return new Progress<>(phase, step, asked, state, pending.subList(1, pending.size()));
    }
}
