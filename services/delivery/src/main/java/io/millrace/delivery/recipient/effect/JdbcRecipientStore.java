package io.millrace.delivery.recipient.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import io.millrace.contracts.customers.Address;
import io.millrace.delivery.recipient.service.Recipient;
import io.millrace.delivery.recipient.service.RecipientStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Recipients in PostgreSQL. */
@Singleton
final class JdbcRecipientStore implements RecipientStore {

    private final TransactionOperations<Connection> transactions;

    JdbcRecipientStore(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(List<Recipient> recipients) {
        run("""
                INSERT INTO recipient AS known (id, status, name, street, postal_code, city, country)
                SELECT id, 'KNOWN', name, street, postal_code, city, country
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS told (id, name, street, postal_code, city, country)
                ON CONFLICT (id) DO UPDATE
                SET name = EXCLUDED.name, street = EXCLUDED.street, postal_code = EXCLUDED.postal_code,
                    city = EXCLUDED.city, country = EXCLUDED.country
                WHERE known.status = 'KNOWN'
                """, statement -> {
            new Columns<>(statement, recipients)
                    .set(1, "text", Recipient::customerId)
                    .set(2, "text", Recipient::name);
            setAddresses(
                    statement, 3, recipients.stream().map(Recipient::address).toList());
        });
    }

    @Override
    public void rename(Map<String, String> names) {
        run("""
                UPDATE recipient
                SET name = told.name
                FROM unnest(?::text[], ?::text[]) AS told (id, name)
                WHERE recipient.id = told.id AND recipient.status = 'KNOWN'
                """, statement -> {
            Columns.texts(statement, 1, names.keySet());
            Columns.texts(statement, 2, names.values());
        });
    }

    @Override
    public void moveTo(Map<String, Address> addresses) {
        run("""
                UPDATE recipient
                SET street = told.street, postal_code = told.postal_code, city = told.city, country = told.country
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS told (id, street, postal_code, city, country)
                WHERE recipient.id = told.id AND recipient.status = 'KNOWN'
                """, statement -> {
            Columns.texts(statement, 1, addresses.keySet());
            setAddresses(statement, 2, addresses.values());
        });
    }

    @Override
    public void erase(Collection<String> customerIds) {
        run("""
                INSERT INTO recipient (id, status)
                SELECT id, 'ERASED'
                FROM unnest(?::text[]) AS told (id)
                ON CONFLICT (id) DO UPDATE
                SET status = 'ERASED', name = NULL, street = NULL, postal_code = NULL, city = NULL, country = NULL
                """, statement -> Columns.texts(statement, 1, customerIds));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Parameters parameters) {
        transactions.executeWrite(transaction -> {
            try (PreparedStatement statement = transaction.getConnection().prepareStatement(sql)) {
                parameters.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    private static void setAddresses(PreparedStatement statement, int first, Collection<Address> addresses)
            throws SQLException {
        new Columns<>(statement, addresses)
                .set(first, "text", Address::street)
                .set(first + 1, "text", Address::postalCode)
                .set(first + 2, "text", Address::city)
                .set(first + 3, "text", Address::country);
    }
}
