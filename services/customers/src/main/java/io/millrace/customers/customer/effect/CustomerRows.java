package io.millrace.customers.customer.effect;

import io.millrace.contracts.customers.Address;
import io.millrace.customers.customer.service.Customer;
import io.millrace.customers.customer.service.Customer.Active;
import io.millrace.customers.customer.service.Customer.Erased;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on the table {@code customer}. */
record CustomerRows(Connection connection) {

    Optional<Customer> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, name, street, postal_code, city, country
                FROM customer
                WHERE id = ?
                """)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    List<Active> list(String afterId, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, name, street, postal_code, city, country
                FROM customer
                WHERE status = 'ACTIVE' AND id > ?
                ORDER BY id
                LIMIT ?
                """)) {
            select.setString(1, afterId);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Active> found = new ArrayList<>();
                while (row.next()) {
                    found.add(readActive(row));
                }
                return found;
            }
        }
    }

    boolean insert(Active customer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO customer (name, street, postal_code, city, country, id, version, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'ACTIVE')
                ON CONFLICT (id) DO NOTHING
                """)) {
            setNameAndAddress(insert, customer);
            insert.setString(6, customer.id());
            insert.setLong(7, customer.version());
            return insert.executeUpdate() == 1;
        }
    }

    boolean update(Active customer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE customer
                SET name = ?, street = ?, postal_code = ?, city = ?, country = ?, version = version + 1
                WHERE id = ? AND version = ?
                """)) {
            setNameAndAddress(update, customer);
            update.setString(6, customer.id());
            update.setLong(7, customer.version() - 1);
            return update.executeUpdate() == 1;
        }
    }

    boolean erase(Erased customer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE customer
                SET name = NULL, street = NULL, postal_code = NULL, city = NULL, country = NULL,
                    status = 'ERASED', version = version + 1
                WHERE id = ? AND version = ?
                """)) {
            update.setString(1, customer.id());
            update.setLong(2, customer.version() - 1);
            return update.executeUpdate() == 1;
        }
    }

    private static void setNameAndAddress(PreparedStatement statement, Active customer) throws SQLException {
        statement.setString(1, customer.name());
        statement.setString(2, customer.address().street());
        statement.setString(3, customer.address().postalCode());
        statement.setString(4, customer.address().city());
        statement.setString(5, customer.address().country());
    }

    private static Customer read(ResultSet row) throws SQLException {
        return row.getString("status").equals("ERASED")
                ? new Erased(row.getString("id"), row.getLong("version"))
                : readActive(row);
    }

    private static Active readActive(ResultSet row) throws SQLException {
        Address address = new Address(
                row.getString("street"), row.getString("postal_code"), row.getString("city"), row.getString("country"));
        return new Active(row.getString("id"), row.getLong("version"), row.getString("name"), address);
    }
}
