package io.millrace.chassis.contract;

import io.millrace.contracts.EventType;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Version;
import io.millrace.contracts.upcasting.UpcastException;
import io.millrace.contracts.upcasting.UpcasterChain;
import io.millrace.contracts.upcasting.Upcasting;
import jakarta.inject.Singleton;

/** Bodies as a reader knows them, whatever version they were stored in. */
@Singleton
public final class ReadableBodies {

    private final UpcasterChain upcasters;

    ReadableBodies(UpcasterChain upcasters) {
        this.upcasters = upcasters;
    }

    /**
     * A body in the major version that is known. What is of that version already, in whatever minor, is the same array.
     *
     * @param known what the reader takes
     * @param stored the version that the event says it is of
     * @throws IllegalArgumentException nobody can make it that; the message says why
     */
    public byte[] of(EventType known, String stored, byte[] body) {
        try {
            StrictJson.require(body);
            Version from = Version.parse(stored);
            int wanted = Version.parse(known.version()).major();
            return from.major() == wanted ? body : upcast(known, from, wanted, body);
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException("the body " + e.getMessage(), e);
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
