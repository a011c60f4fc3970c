package io.millrace.delivery.shipment.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.delivery.shipment.service.Packed;
import io.millrace.delivery.shipment.service.PackingLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements on the table {@code packing_line}. */
record PackingLines(Connection connection) {

    private record Numbered(String shipmentId, int number, PackingLine line) {}

    void insert(List<Packed> shipments) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO packing_line (shipment_id, number, sku, description, quantity)
                SELECT shipment_id, number, sku, description, quantity
                FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::int[])
                    AS packed (shipment_id, number, sku, description, quantity)
                """)) {
            new Columns<>(
                            insert,
                            shipments.stream().flatMap(PackingLines::numbered).toList())
                    .set(1, "text", Numbered::shipmentId)
                    .set(2, "int", Numbered::number)
                    .set(3, "text", numbered -> numbered.line().sku())
                    .set(4, "text", numbered -> numbered.line().description())
                    .set(5, "int", numbered -> numbered.line().quantity());
            insert.executeUpdate();
        }
    }

    List<PackingLine> of(String shipmentId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT sku, description, quantity
                FROM packing_line
                WHERE shipment_id = ?
                ORDER BY number
                """)) {
            select.setString(1, shipmentId);
            try (ResultSet row = select.executeQuery()) {
                List<PackingLine> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(new PackingLine(
                            row.getString("sku"), row.getString("description"), row.getInt("quantity")));
                }
                return lines;
            }
        }
    }

    private static Stream<Numbered> numbered(Packed packed) {
        return IntStream.range(0, packed.lines().size())
                .mapToObj(i -> new Numbered(
                        packed.shipment().id(), i + 1, packed.lines().get(i)));
    }
}
