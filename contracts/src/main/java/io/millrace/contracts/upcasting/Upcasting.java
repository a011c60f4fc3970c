package io.millrace.contracts.upcasting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.registry.Version;

/** What became of a stored body on its way to the version that is wanted. */
public sealed interface Upcasting {

    /** It is of the major version that is wanted: the body as it was given. Its minor may be older or newer. */
    record Current(ObjectNode body) implements Upcasting {}

    /**
     * It was of an older major version.
     *
     * @param body a new one
     * @param from the version that was stored
     * @param to the version that the new body is of
     */
    record Upcast(ObjectNode body, Version from, Version to) implements Upcasting {}

    /**
     * It is of a major version that came later than what is known or wanted here.
     *
     * @param known the newest version that can be read
     */
    record TooNew(String type, Version stored, Version known) implements Upcasting {

        @Override
        public String toString() {
            return type + " " + stored + " is newer than what is known here, " + known;
        }
    }

    /** No such type is known here. */
    record Unknown(String type) implements Upcasting {

        @Override
        public String toString() {
            return "event type " + type + " is not known here";
        }
    }
}
