package io.millrace.cli.prove.fault;

/** What is wrong with an event that a defective producer emits. */
enum Poison {
    HANDLER_THROWS("the handler throws", "a text that PostgreSQL refuses") {
        @Override
        String body(PoisonShape shape, String id, int number) {
            return shape.begin(shape.idField(), id, "what PostgreSQL refuses: \\u0000", "");
        }
    },
    NO_JSON("a body that is no JSON", "") {
        @Override
        String body(PoisonShape shape, String id, int number) {
            return "Dear reader, this is " + id + " and no JSON.";
        }
    },
    AGAINST_ITS_SCHEMA("a body against its schema", "a field of another type, or missing") {
        @Override
        String body(PoisonShape shape, String id, int number) {
            return number % 2 == 0 ? shape.ofAnotherType(id) : shape.withoutItsId(id);
        }
    },
    NEWER_MAJOR("a newer major version", "") {
        @Override
        String body(PoisonShape shape, String id, int number) {
            return shape.begin(shape.idField(), id, "from the future", "");
        }

        @Override
        String schemaVersion() {
            return "9.0";
        }
    },
    LARGE("a body as large as the outbox takes", "900 KiB and no JSON; behind it 900 KiB that must be handled") {
        @Override
        String body(PoisonShape shape, String id, int number) {
            return "x".repeat(LARGEST_BYTES);
        }

        @Override
        String textBehind() {
            return "x".repeat(LARGEST_BYTES - ROOM_FOR_FIELDS);
        }

        @Override
        int aggregates() {
            return 1;
        }
    };

    private static final int LARGEST_BYTES = 900 * 1024;
    private static final int ROOM_FOR_FIELDS = 400;
    private static final int AGGREGATES = 4;

    private final String what;
    private final String note;

    Poison(String what, String note) {
        this.what = what;
        this.note = note;
    }

    String what() {
        return what;
    }

    String note() {
        return note;
    }

    /** @param number of the aggregate, from 0 on */
    abstract String body(PoisonShape shape, String id, int number);

    /** What the {@code ce-dataschema} of the poison claims. */
    String schemaVersion() {
        return "1.0";
    }

    /** What the events say that wait behind the poison, and that nothing is wrong with. */
    String textBehind() {
        return "waits behind poison";
    }

    /** How many aggregates of each kind are hit at once. */
    int aggregates() {
        return AGGREGATES;
    }
}
