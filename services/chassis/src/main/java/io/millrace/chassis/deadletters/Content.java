package io.millrace.chassis.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Headers and body of a stored message, for JSON. */
record Content(Map<String, String> headers, String body, boolean base64) {

    /** @param headerLines one {@code name: value} a line */
    static Content of(String headerLines, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        headerLines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.merge(line.substring(0, colon), line.substring(colon + 2), (one, more) -> one + ", " + more);
        });
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return new Content(headers, text, false);
        } catch (CharacterCodingException _) {
            return new Content(headers, Base64.getEncoder().encodeToString(body), true);
        }
    }
}
