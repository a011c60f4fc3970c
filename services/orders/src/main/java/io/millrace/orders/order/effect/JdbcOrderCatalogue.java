package io.millrace.orders.order.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.orders.order.service.OrderCatalogue;
import io.millrace.orders.order.service.OrderFigures;
import io.millrace.orders.order.service.OrderQuery;
import io.millrace.orders.order.service.OrderSummary;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The read model of orders in PostgreSQL. */
@Singleton
final class JdbcOrderCatalogue implements OrderCatalogue {

    private final TransactionOperations<Connection> transactions;

    JdbcOrderCatalogue(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<OrderSummary> list(OrderQuery query, int limit) {
        return read(connection -> new OrderLists(connection).list(query, limit));
    }

    @Override
    public OrderFigures figures() {
        return read(connection -> new OrderSums(connection).figures());
    }

    @Override
    public void add(List<OrderSummary> placed) {
        write(connection -> new OrderEntries(connection).insert(placed));
    }

    @Override
    public void note(List<Standing> standings) {
        write(connection -> new OrderEntries(connection).update(standings));
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private <R> R read(Statements<R> statements) {
        return transactions.executeRead(transaction -> statements.run(transaction.getConnection()));
    }

    private void write(Statements<Integer> statements) {
        transactions.executeWrite(transaction -> statements.run(transaction.getConnection()));
    }
}
