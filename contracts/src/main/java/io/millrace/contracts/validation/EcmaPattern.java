package io.millrace.contracts.validation;

import com.networknt.schema.regex.RegularExpression;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Patterns as JSON Schema means them, that is as ECMA-262 does: {@code $} is the end of the text. To Java it is also
 * the place before a last line break, so {@code ^[a-z]+$} would let an id with a line break pass.
 */
final class EcmaPattern {

    private EcmaPattern() {}

    static RegularExpression of(String pattern) {
        Predicate<String> found = Pattern.compile(withAbsoluteEnd(pattern)).asPredicate();
        return found::test;
    }

    /** Java has classes within classes and their intersection, ECMA-262 has not. */
    private static String withinClass(char c) {
        return c == '[' || c == '&' ? "\\" + c : String.valueOf(c);
    }

    private static String withAbsoluteEnd(String pattern) {
        StringBuilder out = new StringBuilder(pattern.length() + 2);
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(c).append(pattern.charAt(++i));
                continue;
            }
            out.append(inClass ? withinClass(c) : c == '$' ? "\\z" : String.valueOf(c));
            inClass = c == '[' || inClass && c != ']';
        }
        return out.toString();
    }
}
