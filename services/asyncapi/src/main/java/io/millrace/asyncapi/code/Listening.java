package io.millrace.asyncapi.code;

import static java.util.stream.Collectors.toCollection;

import io.millrace.asyncapi.reads.Consumer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A consumer as its handler classes state it.
 *
 * @param records what each event record that it takes is taken by, {@code projection} or {@code reaction}
 */
record Listening(
        String durable,
        String stream,
        boolean foreign,
        String keep,
        List<String> tables,
        Map<String, TreeSet<String>> records) {

    /** Several classes may share a consumer. */
    Listening plus(Listening more) {
        Map<String, TreeSet<String>> all = new TreeMap<>(records);
        more.records.forEach((type, kinds) -> all.merge(type, kinds, Listening::joined));
        return new Listening(
                durable,
                stream,
                foreign || more.foreign,
                keep.isEmpty() ? more.keep : keep,
                List.copyOf(joined(new TreeSet<>(tables), new TreeSet<>(more.tables))),
                all);
    }

    static Listening of(String service, HandlerClass handler) {
        return new Listening(
                Consumer.durable(service, handler.from(), handler.name()),
                Consumer.stream(handler.from()),
                handler.foreign(),
                handler.foreign() ? handler.keep() : "",
                handler.tables(),
                handler.records());
    }

    private static TreeSet<String> joined(TreeSet<String> some, TreeSet<String> more) {
        return Stream.of(some, more).flatMap(TreeSet::stream).collect(toCollection(TreeSet::new));
    }
}
