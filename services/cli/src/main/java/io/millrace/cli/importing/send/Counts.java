package io.millrace.cli.importing.send;

/**
 * How many of a kind were taken.
 *
 * @param keptAsItIs already there with other content, which stays
 */
public record Counts(long created, long alreadyThere, long keptAsItIs, long refused) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created() -> new Counts(created + 1, alreadyThere, keptAsItIs, refused);
            case Outcome.AlreadyThere() -> new Counts(created, alreadyThere + 1, keptAsItIs, refused);
            case Outcome.KeptAsItIs() -> new Counts(created, alreadyThere, keptAsItIs + 1, refused);
            case Outcome.Refused _ -> new Counts(created, alreadyThere, keptAsItIs, refused + 1);
        };
    }
}
