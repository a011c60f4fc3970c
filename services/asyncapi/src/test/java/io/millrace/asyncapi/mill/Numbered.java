package io.millrace.asyncapi.mill;

/** Whoever asks this asks the record behind it. */
public interface Numbered {

    long number();
}
