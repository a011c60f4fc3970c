package io.millrace.asyncapi.mill;

/** Whoever asks this asks the record behind it. */
interface Numbered {

    long number();
}
