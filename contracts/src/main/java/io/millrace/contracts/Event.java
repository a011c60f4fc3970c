package io.millrace.contracts;

/**
 * Something that happened to one aggregate, as a plain record. Every implementation carries an
 * {@link EventContract}, which gives it its name and version on the wire.
 *
 * <p>A record holds the body of the message and nothing else: who, when, which aggregate and which version of it are
 * the {@link Envelope}'s.
 */
public interface Event {}
