package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** What lies under an image: a C library at least, and certificates. */
sealed interface Base {

    /** Of a registry, unless it begins with {@value Tar#PREFIX}. */
    static Base of(String text) {
        return text.startsWith(Tar.PREFIX) ? new Tar(Path.of(text.substring(Tar.PREFIX.length()))) : new OfRegistry(text);
    }

    JibContainerBuilder begin();

    /**
     * Fetches it, so that it is at hand when the rest is, and what is wrong with it is said at once.
     *
     * @param scratch a file to write to
     */
    default void fetch(Platform platform, Path scratch, Path cache) throws InterruptedException {
        try {
            begin().setPlatforms(Set.of(platform))
                    .containerize(Image.cached(Containerizer.to(TarImage.at(scratch).named("base")), cache));
            Files.delete(scratch);
        } catch (IOException
                | InvalidImageReferenceException
                | CacheDirectoryCreationException
                | RegistryException failure) {
            throw missing(failure);
        } catch (ExecutionException failure) {
            throw missing(failure.getCause());
        }
    }

    private CommandFailure missing(Throwable failure) {
        return new CommandFailure("The base %s is not to be had: %s".formatted(name(), failure.getMessage()), failure);
    }

    String name();

    /** An image in a file. */
    record Tar(Path file) implements Base {

        static final String PREFIX = "tar://";

        @Override
        public JibContainerBuilder begin() {
            if (!Files.isReadable(file)) {
                throw new CommandFailure("The base %s cannot be read.".formatted(file));
            }
            return Jib.from(TarImage.at(file));
        }

        @Override
        public String name() {
            return file.toString();
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
