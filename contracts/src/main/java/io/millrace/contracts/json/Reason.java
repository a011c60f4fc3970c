package io.millrace.contracts.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says why a document is none, in words of our own: what the parser says repeats what it was given, and reasons go into
 * logs.
 */
final class Reason {

    private static final int MAX_NAME = 64;
    private static final String DUPLICATE = "Duplicate field '";

    /** By what the parser's sentence begins with. */
    private static final Map<String, String> WORDS = words();

    private Reason() {}

    static String of(JsonProcessingException e) {
        return of(e.getOriginalMessage()) + place(e.getLocation());
    }

    static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String of(String said) {
        if (said.startsWith(DUPLICATE)) {
            String name = said.substring(DUPLICATE.length(), Math.max(DUPLICATE.length(), said.lastIndexOf('\'')));
            return "holds the field '" + (name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name)
                    + "' twice";
        }
        return WORDS.entrySet().stream()
                .filter(words -> said.startsWith(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("is not JSON");
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Trailing token", "goes on behind the end of the document");
        words.put("Document nesting depth", "is nested deeper than " + StrictJson.MAX_DEPTH + " levels");
        words.put("Unexpected end-of-input", "is not JSON: it ends too early");
        words.put("Unexpected character", "is not JSON: there is a character that cannot stand there");
        words.put("Unexpected close marker", "is not JSON: another bracket was opened than is closed");
        words.put("Unrecognized token", "is not JSON: there is a word that is neither true nor false nor null");
        words.put("Unrecognized character escape", "is not JSON: a text has an escape that there is not");
        words.put("Illegal unquoted character", "is not JSON: a text has a control character that is not escaped");
        words.put("Invalid UTF-8", "is not JSON: it is not UTF-8");
        words.put("Invalid numeric value", "is not JSON: a number is not written as numbers are");
        words.put("Non-standard token", "is not JSON: a number is not written as numbers are");
        words.put("Number value length", "is not JSON: a number has more than " + StrictJson.MAX_DIGITS + " digits");
        return words;
    }
}
