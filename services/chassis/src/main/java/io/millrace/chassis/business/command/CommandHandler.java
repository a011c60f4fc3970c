package io.millrace.chassis.business.command;

/**
 * Does what one kind of command says. A bean: the compiler writes down which kind it takes, so nothing is looked up by
 * reflection.
 */
@FunctionalInterface
public interface CommandHandler<C extends Command<R>, R> {

    /** Runs within a transaction: what it changes and what it emits happen together or not at all. */
    R handle(C command);
}
