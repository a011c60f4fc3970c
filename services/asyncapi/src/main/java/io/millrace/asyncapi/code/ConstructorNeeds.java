package io.millrace.asyncapi.code;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which components a record's constructor does more with than to keep them, {@code List.copyOf(lines)} for example. Where
 * such a field is missing, decoding fails, whether anybody would have read it or not; and so it does where it is a
 * primitive.
 */
final class ConstructorNeeds {

    private ConstructorNeeds() {}

    static Set<String> of(ContractRecord type) {
        return type.canonicalConstructor()
                .flatMap(MethodModel::code)
                .map(code -> used((CodeModel) code, slots(type)))
                .map(used -> {
                    used.addAll(primitives(type));
                    return used;
                })
                .orElse(Set.of());
    }

    /** A primitive cannot be left out: decoding refuses to make it 0. */
    private static Set<String> primitives(ContractRecord type) {
        var kinds = type.canonicalConstructor().orElseThrow().methodTypeSymbol().parameterList();
        Set<String> primitives = new HashSet<>();
        int index = 0;
        for (String component : type.components().keySet()) {
            if (kinds.get(index++).isPrimitive()) {
                primitives.add(component);
            }
        }
        return primitives;
    }

    private static Set<String> used(CodeModel code, Map<Integer, String> slots) {
        List<CodeElement> instructions =
                code.elementStream().filter(Instruction.class::isInstance).toList();
        Set<String> used = new HashSet<>();
        for (int i = 0; i + 1 < instructions.size(); i++) {
            if (instructions.get(i) instanceof LoadInstruction load
                    && slots.containsKey(load.slot())
                    && !isKeeping(instructions.get(i + 1))) {
                used.add(slots.get(load.slot()));
            }
        }
        return used;
    }

    private static boolean isKeeping(CodeElement next) {
        return next instanceof FieldInstruction field && field.opcode() == Opcode.PUTFIELD;
    }

    private static Map<Integer, String> slots(ContractRecord type) {
        Map<Integer, String> slots = new HashMap<>();
        var kinds = type.canonicalConstructor().orElseThrow().methodTypeSymbol().parameterList();
        int slot = 1;
        int index = 0;
        for (String component : type.components().keySet()) {
            slots.put(slot, component);
            slot += TypeKind.from(kinds.get(index++)).slotSize();
        }
        return slots;
    }
}
