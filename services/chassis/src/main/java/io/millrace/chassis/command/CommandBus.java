package io.millrace.chassis.command;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.command.Command;
import io.millrace.chassis.business.command.CommandHandler;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings commands to their handlers, each within a transaction: the current one, or one of its own.
 *
 * <p>See "Command" in Bertrand Meyer, Object-Oriented Software Construction, on the separation of commands and queries.
 */
@Context
public final class CommandBus {

    private final BeanContext beans;
    private final Map<Class<?>, BeanDefinition<CommandHandler>> handlers;
    private final TransactionOperations<Connection> transactions;

    CommandBus(BeanContext beans, TransactionOperations<Connection> transactions) {
        this.beans = beans;
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
        BeanDefinition<CommandHandler> handler = handlers.get(command.getClass());
        if (handler == null) {
            throw new IllegalStateException("nobody handles "
                    + command.getClass().getName() + ": make a bean that implements CommandHandler for it");
        }
        // Not before it is needed: a handler may send commands itself.
        return (CommandHandler<Command<R>, R>) beans.getBean(handler);
    }

    private static Map<Class<?>, BeanDefinition<CommandHandler>> handlers(BeanContext beans) {
        Map<Class<?>, BeanDefinition<CommandHandler>> found = new HashMap<>();
        for (BeanDefinition<CommandHandler> definition : beans.getBeanDefinitions(CommandHandler.class)) {
            List<Argument<?>> types = definition.getTypeArguments(CommandHandler.class);
            if (types.isEmpty()) {
                throw new IllegalStateException(
                        definition.getBeanType().getName() + " does not say which commands it handles");
            }
            BeanDefinition<CommandHandler> other = found.put(types.getFirst().getType(), definition);
            if (other != null) {
                throw new IllegalStateException(types.getFirst().getType().getName() + " is handled twice, by "
                        + other.getBeanType().getName() + " and by "
                        + definition.getBeanType().getName());
            }
        }
        return Map.copyOf(found);
    }
}
