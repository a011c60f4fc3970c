package io.millrace.cli.streams.lint;

/**
 * A mistake in a declaration.
 *
 * @param file relative to the folder of declarations
 * @param sentence what is wrong, and what to do
 */
public record Finding(String file, String sentence) {}
