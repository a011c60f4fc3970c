package io.millrace.helm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of PromQL as alerts and panels need. What does not parse is refused, and what would find nothing or something else: a
 * metric or a label that is not explained, a rate without a range, two sides whose labels differ.
 */
final class PromQl {

    private static final Set<String> AGGREGATIONS = Set.of("sum", "min", "max", "avg", "count");
    private static final Set<String> FUNCTIONS_OF_RANGES = Set.of("rate", "increase", "max_over_time", "min_over_time");
    private static final Set<String> OPERATORS =
            Set.of("+", "-", "*", "/", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");
    private static final Set<String> MATCHES = Set.of("=", "!=", "=~", "!~");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern TOKEN = Pattern.compile("\\s*(" + NAME
            + "|\\d+(?:\\.\\d+)?|\"(?:[^\"\\\\]|\\\\.)*\"|\\[(?:\\d+[smhd]|\\$__rate_interval)]"
            + "|=~|!~|!=|==|>=|<=|[-+*/(){},=<>])\\s*");

    private final Map<String, Set<String>> metrics;
    private final String query;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private PromQl(String query, Map<String, Set<String>> metrics) {
        this.query = query;
        this.metrics = metrics;
        Matcher token = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length()) {
            if (!token.find(end) || token.start() != end) {
                throw new IllegalArgumentException("not understood behind character " + end + ": " + query);
            }
            tokens.add(token.group(1));
            end = token.end();
        }
        tokens.add("");
    }

    /** What a part of a query is. A number has no labels at all. */
    private record Value(Set<String> labels, boolean range, boolean number) {

        static Value vector(Set<String> labels) {
            return new Value(labels, false, false);
        }
    }

    /**
     * The labels that each line of the answer has.
     *
     * @param metrics the labels of each metric
     */
    static Set<String> labelsOf(String query, Map<String, Set<String>> metrics) {
        PromQl reading = new PromQl(query, metrics);
        Value value = reading.expression();
        reading.expect("");
        reading.require(!value.range(), "a range is no answer");
        return value.labels();
    }

    private Value expression() {
        Value left = operand();
        while (OPERATORS.contains(peek())) {
            String operator = take();
            Value right = operand();
            require(!left.range() && !right.range(), operator + " takes no range");
            require(
                    left.number() || right.number() || left.labels().equals(right.labels()),
                    "the sides of " + operator + " have other labels: " + left.labels() + " and " + right.labels());
            left = left.number() ? right : left;
        }
        return left;
    }

    private Value operand() {
        String token = take();
        if (token.equals("(")) {
            Value inner = expression();
            expect(")");
            return inner;
        }
        if (token.matches("\\d.*")) {
            return new Value(Set.of(), false, true);
        }
        require(NAME.matcher(token).matches(), "'" + token + "' begins nothing");
        if (AGGREGATIONS.contains(token)) {
            return aggregation();
        }
        return peek().equals("(") ? function(token) : selector(token);
    }

    private Value aggregation() {
        Set<String> by = new HashSet<>();
        if (peek().equals("by")) {
            take();
            expect("(");
            do {
                by.add(take());
            } while (take(","));
            expect(")");
        }
        expect("(");
        Value inner = expression();
        expect(")");
        require(!inner.range(), "a range cannot be aggregated");
        require(inner.labels().containsAll(by), "by " + by + ", but there is only " + inner.labels());
        return Value.vector(by);
    }

    private Value function(String name) {
        require(FUNCTIONS_OF_RANGES.contains(name), "no function " + name + " is known");
        expect("(");
        Value inner = expression();
        expect(")");
        require(inner.range(), name + " takes a range");
        return Value.vector(inner.labels());
    }

    private Value selector(String metric) {
        Set<String> labels = metrics.get(metric);
        require(labels != null, metric + " is not explained");
        if (take("{")) {
            do {
                String label = take();
                require(labels.contains(label), metric + " has no label " + label);
                require(MATCHES.contains(take()), "a label is compared");
                require(take().startsWith("\""), "a label is compared to a text");
            } while (take(","));
            expect("}");
        }
        boolean range = peek().startsWith("[");
        if (range) {
            take();
        }
        return new Value(labels, range, false);
    }

    private String peek() {
        return tokens.get(next);
    }

    private String take() {
        require(!peek().isEmpty() || next < tokens.size() - 1, "it ends too early");
        return tokens.get(next++);
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String token) {
        require(peek().equals(token), "'" + token + "' should stand where '" + peek() + "' does");
        next++;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise + ": " + query);
        }
    }
}
