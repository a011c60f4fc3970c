package io.millrace.asyncapi.code;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.ArrayList;
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

    static Optional<HandlerClass> of(ClassModel model, ClassFiles files) {
        return Annotations.find(model, CHASSIS + "EventHandler").map(annotation -> of(annotation, model, files));
    }

    private static HandlerClass of(Annotation annotation, ClassModel model, ClassFiles files) {
        Map<String, TreeSet<String>> records = new TreeMap<>();
        for (MethodModel method : methods(model, files)) {
            KINDS.forEach((marker, kind) -> {
                if (Annotations.find(method, CHASSIS + marker).isPresent()) {
                    records.computeIfAbsent(eventOf(method), type -> new TreeSet<>())
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

    /** Its own methods and those it inherits. */
    private static List<MethodModel> methods(ClassModel model, ClassFiles files) {
        List<MethodModel> methods = new ArrayList<>(model.methods());
        model.superclass()
                .filter(type -> !type.asInternalName().equals("java/lang/Object"))
                .flatMap(type -> files.find(type.asInternalName()))
                .ifPresent(type -> methods.addAll(methods(type, files)));
        return methods;
    }

    /** {@code (X)}, {@code (X, EventContext)} or {@code (List<Received<X>>)}. */
    private static String eventOf(MethodModel method) {
        List<Signature> arguments = method.findAttribute(Attributes.signature())
                .map(SignatureAttribute::asMethodSignature)
                .orElseGet(() -> MethodSignature.parseFrom(method.methodType().stringValue()))
                .arguments();
        if (!arguments.isEmpty() && arguments.getFirst() instanceof ClassTypeSig type) {
            return eventOf(type);
        }
        throw new IllegalArgumentException(
                "handler method " + method.methodName().stringValue() + " takes no event");
    }

    private static String eventOf(ClassTypeSig type) {
        return switch (FieldType.name(type)) {
            case "java/util/List", CHASSIS + "Received" -> eventOf(argument(type));
            case String name -> name;
        };
    }

    private static ClassTypeSig argument(ClassTypeSig type) {
        if (type.typeArgs().getFirst() instanceof Signature.TypeArg.Bounded bounded
                && bounded.boundType() instanceof ClassTypeSig argument) {
            return argument;
        }
        throw new IllegalArgumentException("a handler takes a batch and does not say of what");
    }
}
