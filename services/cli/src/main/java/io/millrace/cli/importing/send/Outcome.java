package io.millrace.cli.importing.send;

/** What a service said to something that was sent to it. */
sealed interface Outcome {

    record Created() implements Outcome {}

    record AlreadyThere() implements Outcome {}

    /** It is there under the same id with other content, which stays. */
    record KeptAsItIs() implements Outcome {}

    record Refused(String why) implements Outcome {}
}
