package io.millrace.asyncapi.code;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records, looked up once each. */
final class ContractRecords {

    private final ClassFiles files;
    private final Map<String, Optional<ContractRecord>> records = new HashMap<>();

    ContractRecords(ClassFiles files) {
        this.files = files;
    }

    Optional<ContractRecord> find(String name) {
        Optional<ContractRecord> known = records.get(name);
        if (known == null) {
            known = isOfTheLibrary(name)
                    ? Optional.empty()
                    : files.find(name).flatMap(model -> ContractRecord.of(model, supertypes(model)));
            records.put(name, known);
        }
        return known;
    }

    /** A record and all records that its components hold, at any depth, by name. */
    Map<String, ContractRecord> tree(String root) {
        Map<String, ContractRecord> tree = new LinkedHashMap<>();
        addTree(root, tree);
        return tree;
    }

    private void addTree(String name, Map<String, ContractRecord> tree) {
        if (!tree.containsKey(name)) {
            find(name).ifPresent(found -> {
                tree.put(name, found);
                found.components().values().forEach(field -> addTree(field.type(), tree));
            });
        }
    }

    private Set<String> supertypes(ClassModel model) {
        Set<String> supertypes = new HashSet<>();
        for (ClassEntry direct : model.interfaces()) {
            String name = direct.asInternalName();
            if (!isOfTheLibrary(name) && supertypes.add(name)) {
                files.find(name).ifPresent(found -> supertypes.addAll(supertypes(found)));
            }
        }
        return supertypes;
    }

    private static boolean isOfTheLibrary(String name) {
        return name.isEmpty() || name.startsWith("java/");
    }
}
