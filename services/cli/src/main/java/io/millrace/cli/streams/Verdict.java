package io.millrace.cli.streams;

/** What can be done about a field that differs. */
enum Verdict {
    /** Nothing is lost. */
    SAFE,
    /** Something is lost, or somebody is refused who was not: asks for an explicit word. */
    LOSES,
    /** The server does not change it once the stream is there. */
    IMPOSSIBLE
}
