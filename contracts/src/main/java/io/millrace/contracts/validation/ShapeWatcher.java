package io.millrace.contracts.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.util.Optional;

/** Holds a body against a shape while it is read. */
final class ShapeWatcher implements StrictJson.Watcher {

    /** The object or array that is open, null outside. */
    private Level level;

    /** What the next value must be. */
    private BodyShape expected;

    private Violation violation;

    ShapeWatcher(BodyShape body) {
        this.expected = body;
    }

    /** An object or array that is open. */
    private static final class Level {
        private final Level outer;
        private final BodyShape shape;
        private final boolean isArray;
        private final boolean[] found;
        private String name = "";
        private int index = -1;

        private Level(Level outer, BodyShape shape, boolean isArray) {
            this.outer = outer;
            this.shape = shape;
            this.isArray = isArray;
            this.found = new boolean[isArray ? 0 : shape.required().size()];
        }

        private BodyShape enter(String field) {
            name = field;
            BodyShape.Field known = shape.field(field);
            if (known == null) {
                return BodyShape.ANY;
            }
            if (known.place() >= 0) {
                found[known.place()] = true;
            }
            return known.shape();
        }

        private String path() {
            String before = outer == null ? "" : outer.path();
            if (isArray) {
                return before + "[" + index + "]";
            }
            return below(before, name);
        }

        private static String below(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }
    }

    /** The first thing that did not fit. */
    Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }

    @Override
    public void see(JsonParser parser) throws IOException {
        if (violation != null) {
            return;
        }
        JsonToken token = parser.currentToken();
        switch (token) {
            case FIELD_NAME -> expected = level.enter(parser.currentName());
            case END_OBJECT, END_ARRAY -> leave();
            default -> value(token);
        }
    }

    private void value(JsonToken token) {
        if (level != null && level.isArray) {
            level.index++;
            expected = level.shape.elements();
        }
        if (!expected.takes(token)) {
            violation = new Violation(
                    level == null ? "" : level.path(),
                    "must be of type %s, but is of type %s"
                            .formatted(expected.kinds(), JsonKind.of(token).word()));
        } else if (token.isStructStart()) {
            level = new Level(level, expected, token == JsonToken.START_ARRAY);
        }
    }

    private void leave() {
        Level left = level;
        level = left.outer;
        for (int place = 0; place < left.found.length; place++) {
            if (!left.found[place]) {
                String path = level == null ? "" : level.path();
                violation =
                        new Violation(Level.below(path, left.shape.required().get(place)), "is missing");
                return;
            }
        }
    }
}
