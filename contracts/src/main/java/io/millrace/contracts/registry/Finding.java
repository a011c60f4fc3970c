package io.millrace.contracts.registry;

/**
 * What is wrong, as a sentence.
 *
 * @param place type and version, or a file
 * @param what what is wrong there, and where it helps, what is to be done
 */
public record Finding(String place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
