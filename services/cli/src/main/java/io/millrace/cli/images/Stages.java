package io.millrace.cli.images;

/** Tells people what is done now, and what has come of it. */
@FunctionalInterface
interface Stages {

    /** @param line said at once */
    void tell(String line);
}
