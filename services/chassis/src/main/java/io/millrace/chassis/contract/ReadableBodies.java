package io.millrace.chassis.contract;

import io.millrace.contracts.EventType;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.upcasting.UpcastException;
import io.millrace.contracts.upcasting.UpcasterChain;
import io.millrace.contracts.upcasting.Upcasting;
import io.millrace.contracts.validation.BodyShapes;
import io.millrace.contracts.validation.Violation;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Bodies as a reader knows them, whatever version they were stored in. */
@Singleton
public final class ReadableBodies {

    private final UpcasterChain upcasters;
    private final BodyShapes shapes;

    ReadableBodies(UpcasterChain upcasters, BodyShapes shapes) {
        this.upcasters = upcasters;
        this.shapes = shapes;
    }

    /**
     * A body in the major version that is known. What is of that version already, in whatever minor, is the same array. It has all
     * fields that its version requires, and those that its version states are of their types.
     *
     * @param known what the reader takes
     * @param stored the version that the event says it is of
     * @throws IllegalArgumentException nobody can make it that; the message says why
     */
    public byte[] of(EventType known, String stored, byte[] body) {
        try {
            Version from = Version.parse(stored);
            requireShape(known, from, body);
            int wanted = Version.parse(known.version()).major();
            return from.major() == wanted ? body : upcast(known, from, wanted, body);
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException("the body " + e.getMessage(), e);
        }
    }

    private void requireShape(EventType known, Version from, byte[] body) {
        Optional<Violation> violation = shapes.find(known.name(), from).violation(body);
        if (violation.isPresent()) {
            throw new IllegalArgumentException(
                    "it breaks its contract %s %s: %s".formatted(known.name(), from, violation.get()));
        }
    }

    private byte[] upcast(EventType known, Version from, int wanted, byte[] body) {
        if (from.major() > wanted) {
            throw new IllegalArgumentException(
                    "its schema version is " + from + ", and what is known here is " + known.version());
        }
        try {
            return switch (upcasters.upcast(known.name(), from, StrictJson.readObject(body), wanted)) {
                case Upcasting.Current(var same) -> StrictJson.write(same);
                case Upcasting.Upcast upcast -> StrictJson.write(upcast.body());
                case Upcasting.TooNew tooNew -> throw new IllegalArgumentException(tooNew.toString());
                case Upcasting.Unknown unknown -> throw new IllegalArgumentException(unknown.toString());
            };
        } catch (UpcastException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
