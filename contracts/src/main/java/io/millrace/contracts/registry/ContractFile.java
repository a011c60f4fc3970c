package io.millrace.contracts.registry;

import io.millrace.contracts.EventType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the path of a file says: {@code <type>/<version>.schema.json} or {@code <type>/<version>.sample[-<name>].json}. */
sealed interface ContractFile {

    record Schema(String type, Version version) implements ContractFile {}

    record SampleOf(String type, Version version, String name) implements ContractFile {}

    record Unknown(String reason) implements ContractFile {}

    Pattern SHAPE = Pattern.compile("([^/]+)/([0-9.]+)\\.(?:(schema)|sample(?:-([a-z0-9-]+))?)\\.json");

    static ContractFile of(String path) {
        Matcher matcher = SHAPE.matcher(path);
        if (!matcher.matches()) {
            return new Unknown("is no file of a contract: the names are <type>/<version>.schema.json, "
                    + "<type>/<version>.sample.json and <type>/<version>.sample-<name>.json");
        }
        try {
            Version version = Version.parse(matcher.group(2));
            String type = EventType.of(matcher.group(1), version.toString()).name();
            return matcher.group(3) != null
                    ? new Schema(type, version)
                    : new SampleOf(type, version, matcher.group(4) == null ? "" : matcher.group(4));
        } catch (IllegalArgumentException e) {
            return new Unknown("is no file of a contract: " + e.getMessage());
        }
    }
}
