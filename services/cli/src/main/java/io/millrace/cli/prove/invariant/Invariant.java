package io.millrace.cli.prove.invariant;

/** Something that must hold whatever has happened. */
interface Invariant {

    Verdict check(Evidence evidence) throws Exception;
}
