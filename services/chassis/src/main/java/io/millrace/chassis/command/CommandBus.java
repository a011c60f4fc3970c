package io.millrace.chassis.command;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.command.Command;
import io.millrace.chassis.business.command.CommandHandler;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings commands to their handlers, each within a transaction: the current one, or one of its own.
 *
 * <p>See "Command" in Bertrand Meyer, Object-Oriented Software Construction, on the separation of commands and queries.
 */
@Singleton
public final class CommandBus {

    private final Map<Class<?>, CommandHandler<?, ?>> handlers;
    private final TransactionOperations<Connection> transactions;

    CommandBus(BeanContext beans, TransactionOperations<Connection> transactions) {
        this.handlers = handlers(beans);
        this.transactions = transactions;
    }

    /**
     * Has a command done.
     *
     * @throws IllegalStateException nobody handles such commands
     */
    public <R> R send(Command<R> command) {
        CommandHandler<Command<R>, R> handler = handlerOf(command);
        return transactions.executeWrite(_ -> handler.handle(command));
    }

    @SuppressWarnings("unchecked")
    private <R> CommandHandler<Command<R>, R> handlerOf(Command<R> command) {
        CommandHandler<?, ?> handler = handlers.get(command.getClass());
        if (handler == null) {
            throw new IllegalStateException("nobody handles "
                    + command.getClass().getName() + ": make a bean that implements CommandHandler for it");
        }
        return (CommandHandler<Command<R>, R>) handler;
    }

    private static Map<Class<?>, CommandHandler<?, ?>> handlers(BeanContext beans) {
        Map<Class<?>, CommandHandler<?, ?>> found = new HashMap<>();
        for (BeanDefinition<CommandHandler> definition : beans.getBeanDefinitions(CommandHandler.class)) {
            List<Argument<?>> types = definition.getTypeArguments(CommandHandler.class);
            CommandHandler<?, ?> handler = beans.getBean(definition);
            CommandHandler<?, ?> other = found.put(types.getFirst().getType(), handler);
            if (other != null) {
                throw new IllegalStateException(types.getFirst().getType().getName() + " is handled twice, by "
                        + other.getClass().getName() + " and by "
                        + handler.getClass().getName());
            }
        }
        return Map.copyOf(found);
    }
}
