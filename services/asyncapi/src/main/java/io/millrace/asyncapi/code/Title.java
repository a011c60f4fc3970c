package io.millrace.asyncapi.code;

import java.lang.classfile.ClassModel;
import java.util.Optional;

/** How a service introduces itself in {@code @OpenAPIDefinition}. */
public record Title(String title, String version, String description) {

    static Optional<Title> of(ClassModel model) {
        return Annotations.find(model, "io/swagger/v3/oas/annotations/OpenAPIDefinition")
                .flatMap(definition -> Annotations.nested(definition, "info"))
                .map(info -> new Title(
                        Annotations.text(info, "title", ""),
                        Annotations.text(info, "version", "1.0"),
                        Annotations.text(info, "description", "")));
    }
}
