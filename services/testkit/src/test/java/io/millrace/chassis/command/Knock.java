package io.millrace.chassis.command;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.command.Command;
import io.millrace.chassis.business.command.CommandHandler;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Asks whether anybody is in a transaction. */
record Knock(String who) implements Command<String> {

    /** A handler that may send commands itself. */
    @Singleton
    @Requires(property = "tests.commands")
    static final class Door implements CommandHandler<Knock, String> {

        private final CommandBus bus;
        private final TransactionOperations<Connection> transactions;

        Door(CommandBus bus, TransactionOperations<Connection> transactions) {
            this.bus = bus;
            this.transactions = transactions;
        }

        @Override
        public String handle(Knock knock) {
            if (knock.who().isEmpty()) {
                return bus.send(new Knock("nobody"));
            }
            return knock.who() + " " + transactions.hasConnection();
        }
    }
}
