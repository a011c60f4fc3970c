package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import io.millrace.cli.streams.subject.Subjects;
import io.nats.client.support.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** What comes of changing each field, from what the server does: {@code configUpdateCheck} and its stores. */
final class ChangeRules {

    private static final String DELETED = "what is beyond it is deleted at once";
    private static final String WORK_QUEUE = "workqueue";

    private ChangeRules() {}

    static Change of(Difference difference) {
        return switch (difference.field()) {
            case "description", "metadata", "duplicate_window", "compression", "placement" -> Change.safe(difference);
            case "subjects" -> subjects(difference);
            case "retention" -> retention(difference);
            case "max_age", "max_msgs_per_subject" -> wider(difference, DELETED);
            case "max_msgs", "max_bytes" -> wider(difference, DELETED + ", or with discard new refused");
            case "max_msg_size" -> wider(difference, "larger messages are refused");
            case "max_consumers" -> wider(difference, "consumers beyond it are refused");
            case "num_replicas" -> more(difference, "fewer servers keep it");
            case "discard" -> discard(difference);
            case "deny_delete", "deny_purge", "allow_msg_ttl", "allow_msg_schedules" -> forGood(difference);
            case "allow_direct", "mirror_direct", "allow_atomic", "allow_batched" ->
                on(difference, "whoever uses it is refused");
            case "no_ack" -> off(difference, "publishers do not learn any more what is stored");
            case "allow_rollup_hdrs" -> off(difference, "a message may take the place of all before it");
            case "discard_new_per_subject" -> off(difference, "further messages of a subject are refused");
            case "sealed" -> sealed(difference);
            case "mirror" -> mirror(difference);
            case "storage", "persist_mode", "allow_msg_counter", "first_seq", "name" -> Change.impossible(difference);
            default -> Change.loses(difference, "what comes of it is not known here");
        };
    }

    private static Change subjects(Difference difference) {
        List<String> after = texts(difference.to());
        String missing = texts(difference.from()).stream()
                .filter(before -> after.stream().noneMatch(subject -> Subjects.covers(subject, before)))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Change.safe(difference)
                : Change.loses(difference, "what is published to %s is not stored any more".formatted(missing));
    }

    private static Change retention(Difference difference) {
        if (WORK_QUEUE.equals(difference.from().string) || WORK_QUEUE.equals(difference.to().string)) {
            return Change.impossible(difference);
        }
        return "limits".equals(difference.to().string)
                ? Change.safe(difference)
                : Change.loses(difference, "what all consumers have read is deleted");
    }

    private static Change discard(Difference difference) {
        return "new".equals(difference.to().string)
                ? Change.safe(difference)
                : Change.loses(difference, "at a limit the oldest messages are dropped silently");
    }

    private static Change sealed(Difference difference) {
        return nothing(difference.to())
                ? Change.impossible(difference)
                : Change.loses(difference, "nothing can be published any more, and that cannot be undone");
    }

    private static Change mirror(Difference difference) {
        return nothing(difference.to())
                ? Change.loses(difference, "it does not follow the other stream any more, and that cannot be undone")
                : Change.impossible(difference);
    }

    private static Change wider(Difference difference, String loss) {
        return limit(difference.to()) > limit(difference.from())
                ? Change.safe(difference)
                : Change.loses(difference, loss);
    }

    private static Change more(Difference difference, String loss) {
        return difference.to().number.longValue() > difference.from().number.longValue()
                ? Change.safe(difference)
                : Change.loses(difference, loss);
    }

    private static Change forGood(Difference difference) {
        return nothing(difference.to())
                ? Change.impossible(difference)
                : new Change(difference, Verdict.SAFE, "cannot be undone");
    }

    private static Change on(Difference difference, String loss) {
        return nothing(difference.to()) ? Change.loses(difference, loss) : Change.safe(difference);
    }

    private static Change off(Difference difference, String loss) {
        return nothing(difference.to()) ? Change.safe(difference) : Change.loses(difference, loss);
    }

    /** Zero, nothing and -1 are no limit. */
    private static long limit(JsonValue value) {
        return value.number == null || value.number.longValue() <= 0 ? Long.MAX_VALUE : value.number.longValue();
    }

    private static boolean nothing(JsonValue value) {
        return JsonValue.NULL.equals(value);
    }

    private static List<String> texts(JsonValue value) {
        return value.array == null
                ? List.of()
                : value.array.stream().map(text -> text.string).toList();
    }
}
