package io.millrace.chassis.problem;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;

/** The way from the top of a body of JSON to what does not fit in it. */
final class JsonPath {

    private JsonPath() {}

    /** The steps from the top down. Empty if the body itself does not fit. */
    static List<ReferencePath> of(SerdeException unfit) {
        List<ReferencePath> steps = unfit.getPath().reversed();
        return isNoArray(unfit, steps) ? steps.subList(0, steps.size() - 1) : steps;
    }

    /** {@code lines[0].quantity}. */
    static String text(List<ReferencePath> steps) {
        StringBuilder text = new StringBuilder();
        for (ReferencePath step : steps) {
            switch (step) {
                case PropertyReferencePath property ->
                    text.append(text.isEmpty() ? "" : ".")
                            .append(property.property().getName());
                case CollectionItemReferencePath item ->
                    text.append('[').append(item.index()).append(']');
                case MapItemReferencePath item ->
                    text.append(text.isEmpty() ? "" : ".").append(item.key());
            }
        }
        return text.toString();
    }

    /** The Java type of what stands at the end of a step. A step into a collection or map only knows that one's type. */
    static Class<?> typeAt(ReferencePath step) {
        Argument<?>[] of = step.getArgument().getTypeParameters();
        return switch (step) {
            case PropertyReferencePath property -> property.property().getType();
            case CollectionItemReferencePath _, MapItemReferencePath _ ->
                of.length == 0 ? Object.class : of[of.length - 1].getType();
        };
    }

    /** The framework blames element 0 of a list that is no array at all. */
    private static boolean isNoArray(SerdeException unfit, List<ReferencePath> steps) {
        return !steps.isEmpty()
                && steps.getLast() instanceof CollectionItemReferencePath
                && String.valueOf(unfit.getMessage()).contains("expected START_ARRAY");
    }
}
