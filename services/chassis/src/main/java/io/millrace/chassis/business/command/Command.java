package io.millrace.chassis.business.command;

/**
 * Something that is to be done, as a value. Its handler is a {@link CommandHandler}.
 *
 * @param <R> what can become of it: a sealed type, with a case for each refusal that the business knows
 */
public interface Command<R> {}
