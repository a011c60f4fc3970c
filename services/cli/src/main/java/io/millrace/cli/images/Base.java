package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import io.millrace.cli.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies under an image: a C library at least, and certificates. */
sealed interface Base {

    /** Of a registry, unless it begins with {@value Tar#PREFIX}. */
    static Base of(String text) {
        return text.startsWith(Tar.PREFIX) ? new Tar(Path.of(text.substring(Tar.PREFIX.length()))) : new OfRegistry(text);
    }

    JibContainerBuilder begin();

    /** An image in a file. */
    record Tar(Path file) implements Base {

        static final String PREFIX = "tar://";

        @Override
        public JibContainerBuilder begin() {
            if (!Files.isReadable(file)) {
                throw new CommandFailure("The base %s cannot be read.".formatted(file));
            }
            return Jib.from(com.google.cloud.tools.jib.api.TarImage.at(file));
        }
    }

    /** An image of a registry. */
    record OfRegistry(String name) implements Base {

        @Override
        public JibContainerBuilder begin() {
            try {
                return Jib.from(Target.credentials(ImageReference.parse(name)));
            } catch (InvalidImageReferenceException e) {
                throw new CommandFailure("The base %s is no name of an image.".formatted(name), e);
            }
        }
    }
}
