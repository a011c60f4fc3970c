package io.millrace.asyncapi.code;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A class that listens, {@code @EventHandler}. The annotations of the chassis are known by their names: it is built
 * after this.
 *
 * @param records the event records that its methods take, with {@code projection} or {@code reaction}
 */
record HandlerClass(
        String from,
        String name,
        boolean foreign,
        String keep,
        List<String> tables,
        Map<String, TreeSet<String>> records) {

    private static final String CHASSIS = "io/millrace/chassis/handler/";
    private static final Map<String, String> KINDS = Map.of("Projection", "projection", "Reaction", "reaction");

    /** An annotation that stands for {@code @EventHandler} handles nothing itself. */
    static Optional<HandlerClass> of(ClassModel model, ClassFiles files) {
        return model.flags().has(AccessFlag.ANNOTATION)
                ? Optional.empty()
                : Annotations.findWithin(model, CHASSIS + "EventHandler", files)
                        .map(annotation -> of(annotation, model, files));
    }

    private static HandlerClass of(Annotation annotation, ClassModel model, ClassFiles files) {
        Map<String, TreeSet<String>> records = new TreeMap<>();
        for (MethodModel method : HandlerMethod.all(model, files)) {
            KINDS.forEach((marker, kind) -> {
                if (Annotations.find(method, CHASSIS + marker).isPresent()) {
                    records.computeIfAbsent(HandlerMethod.eventOf(method), type -> new TreeSet<>())
                            .add(kind);
                }
            });
        }
        return new HandlerClass(
                Annotations.text(annotation, "from", ""),
                Annotations.text(annotation, "name", ""),
                Annotations.flag(annotation, "foreign"),
                Annotations.text(annotation, "keep", "7d"),
                Annotations.texts(annotation, "tables"),
                records);
    }
}
