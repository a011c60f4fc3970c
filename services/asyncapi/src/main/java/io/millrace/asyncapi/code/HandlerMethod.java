package io.millrace.asyncapi.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The methods of a handler class, and what they take. */
final class HandlerMethod {

    private static final String RECEIVED = "io/millrace/chassis/handler/Received";

    private HandlerMethod() {}

    /**
     * Its own methods and those it inherits and does not override. What only the compiler wrote is left out: a bridge
     * has the annotations of the method that it leads to, and takes no event.
     */
    static List<MethodModel> all(ClassModel model, ClassFiles files) {
        List<MethodModel> methods = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        Optional<ClassModel> type = Optional.of(model);
        while (type.isPresent()) {
            for (MethodModel method : type.get().methods()) {
                if (overridden.add(key(method)) && !method.flags().has(AccessFlag.SYNTHETIC)) {
                    methods.add(method);
                }
            }
            type = type.get()
                    .superclass()
                    .filter(parent -> !parent.asInternalName().equals("java/lang/Object"))
                    .flatMap(parent -> files.find(parent.asInternalName()));
        }
        return methods;
    }

    /**
     * The event record of {@code (X)}, {@code (X, EventContext)} or {@code (List<Received<X>>)}, as class files write it.
     *
     * @throws IllegalArgumentException if it takes anything else; the message names class and method
     */
    static String eventOf(MethodModel method) {
        return method
                .findAttribute(Attributes.signature())
                .map(SignatureAttribute::asMethodSignature)
                .orElseGet(() -> MethodSignature.parseFrom(method.methodType().stringValue()))
                .arguments()
                .stream()
                .findFirst()
                .flatMap(HandlerMethod::eventOf)
                .orElseThrow(() -> new IllegalArgumentException(name(method)
                        + " does not say which event it takes: a handler takes (SomeEvent), (SomeEvent, EventContext)"
                        + " or (List<Received<SomeEvent>>), with the record itself and no type variable"));
    }

    private static Optional<String> eventOf(Signature signature) {
        return signature instanceof ClassTypeSig type ? eventOf(type) : Optional.empty();
    }

    private static Optional<String> eventOf(ClassTypeSig type) {
        return switch (FieldType.name(type)) {
            case "java/util/List", RECEIVED ->
                type.typeArgs().stream()
                        .findFirst()
                        .filter(Signature.TypeArg.Bounded.class::isInstance)
                        .flatMap(argument -> eventOf(((Signature.TypeArg.Bounded) argument).boundType()));
            case String name -> Optional.of(name);
        };
    }

    private static String name(MethodModel method) {
        String type = method.parent().orElseThrow().thisClass().asInternalName();
        return type.replace('/', '.') + "." + method.methodName().stringValue();
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }
}
