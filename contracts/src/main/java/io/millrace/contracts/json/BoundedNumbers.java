package io.millrace.contracts.json;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Keeps decimals exactly, but only as far from zero as somebody may want to calculate with: {@code 1e999999999} is short
 * to write, and rounding it or dividing by it fills the memory.
 */
final class BoundedNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    BoundedNumbers() {
        super(true);
    }

    @Override
    public ValueNode numberNode(BigDecimal value) {
        return DecimalNode.valueOf(require(value));
    }

    /** @throws IllegalStateException if it is further from zero than anybody may want to calculate with */
    static BigDecimal require(BigDecimal value) {
        if (Math.abs((long) value.scale()) > StrictJson.MAX_DIGITS) {
            throw new IllegalStateException("a number is further from zero than " + StrictJson.MAX_DIGITS + " digits");
        }
        return value;
    }
}
