package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Remembers which events of an outside writer were taken, by {@code ce-source} and {@code ce-id}.
 *
 * <p>Guarantee: an event takes effect once, though it stands in the stream more than once, as long as its copies are not
 * further apart than the time that the inbox keeps. It is remembered in the transaction that holds its effects.
 */
final class Inbox {

    private static final int AT_ONCE = 10_000;
    private static final int LONGEST = 300;

    private record Name(String source, String id) {

        static Name of(Decoded event) {
            return new Name(
                    brief(event.message().header("ce-source")),
                    brief(event.message().header("ce-id")));
        }

        /** What is too long for an index is known by its hash. */
        private static String brief(String text) {
            return text == null || text.length() <= LONGEST ? text : hash(text);
        }

        private static String hash(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isWhole() {
            return source != null && id != null;
        }
    }

    private final String consumer;
    private final Duration keep;
    private final TransactionOperations<Connection> transactions;

    Inbox(String consumer, Duration keep, TransactionOperations<Connection> transactions) {
        this.consumer = consumer;
        this.keep = keep;
        this.transactions = transactions;
    }

    /** Leaves out what was taken before, and remembers the rest within the current transaction. */
    List<Decoded> take(List<Decoded> events) {
        List<Name> names = events.stream()
                .filter(Decoded::isForSomebody)
                .map(Name::of)
                .filter(Name::isWhole)
                .toList();
        Set<Name> fresh = remember(names);
        List<Decoded> taken = new ArrayList<>(events.size());
        for (Decoded event : events) {
            Name name = Name.of(event);
            if (!event.isForSomebody() || !name.isWhole() || fresh.remove(name)) {
                taken.add(event);
            }
        }
        return taken;
    }

    private Set<Name> remember(List<Name> names) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                INSERT INTO messaging.inbox (consumer, source, id)
                SELECT ?, source, id FROM unnest(?::text[], ?::text[]) AS came (source, id)
                ON CONFLICT DO NOTHING
                RETURNING source, id\
                """)) {
                statement.setString(1, consumer);
                new Columns<>(statement, names).set(2, "text", Name::source).set(3, "text", Name::id);
                ResultSet row = statement.executeQuery();
                Set<Name> fresh = new HashSet<>();
                while (row.next()) {
                    fresh.add(new Name(row.getString(1), row.getString(2)));
                }
                return fresh;
            }
        });
    }

    /** Forgets what is older than it keeps. Returns whether there may be more to forget. */
    boolean prune() {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                DELETE FROM messaging.inbox
                WHERE ctid IN (
                    SELECT ctid FROM messaging.inbox
                    WHERE consumer = ? AND seen_at < now() - ? * interval '1 second'
                    ORDER BY seen_at LIMIT ?)\
                """)) {
                statement.setString(1, consumer);
                statement.setLong(2, keep.toSeconds());
                statement.setInt(3, AT_ONCE);
                return statement.executeUpdate() == AT_ONCE;
            }
        });
    }
}
