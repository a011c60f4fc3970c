package io.millrace.orders.customer.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.orders.customer.service.Customer;
import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.customer.service.Standing;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@MillraceTest
class CustomerCopyIT {

    @Inject
    OtherServices others;

    @Inject
    CustomerBook book;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void followsTheEventsOfCustomers() {
        others.emit("customers.customer.registered", "life", """
                {"customerId":"life","name":"Ada","address":{"country":"United Kingdom"}}""");
        await().until(() -> row("life").equals("1 KNOWN Ada"));

        others.emit("customers.customer.address_changed", "life", """
                {"customerId":"life","address":{"country":"France"}}""");
        others.emit("customers.customer.renamed", "life", """
                {"customerId":"life","name":"Ada L."}""");
        await().until(() -> row("life").equals("3 KNOWN Ada L."));

        others.emit("customers.customer.erased", "life", """
                {"customerId":"life"}""");
        await().until(() -> row("life").equals("4 ERASED null"));
        assertThat(book.standing("life")).isEqualTo(Standing.ERASED);
    }

    @Test
    void isTheSameWhenAllOfItIsHeardAgain() {
        List<Customer> news = List.of(
                Customer.known("ada", 1, "Ada"), Customer.known("ada", 2, "Ada L."), Customer.known("bob", 1, "Bob"));
        book.keep(news);
        book.keep(List.of(Customer.erased("bob", 2)));

        book.keep(news);
        news.forEach(one -> book.keep(List.of(one)));

        assertThat(row("ada")).isEqualTo("2 KNOWN Ada L.");
        assertThat(row("bob")).isEqualTo("2 ERASED null");
    }

    private String row(String id) {
        return transactions.executeRead(transaction -> {
            try (PreparedStatement select = transaction.getConnection().prepareStatement("""
                    SELECT version, status, name
                    FROM customer
                    WHERE id = ?
                    """)) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) + " " + row.getString(2) + " " + row.getString(3) : "nobody";
                }
            }
        });
    }
}
