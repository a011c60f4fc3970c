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
    static Base of(String text, boolean insecure) {
        return text.startsWith(Tar.PREFIX)
                ? new Tar(Path.of(text.substring(Tar.PREFIX.length())))
                : new OfRegistry(text, insecure);
    }

    JibContainerBuilder begin();

    /** Whether a registry without TLS will do. */
    boolean insecure();

    /**
     * Fetches it, so that it is at hand when the rest is, and what is wrong with it is said at once.
     *
     * @param place a folder for what nobody needs afterwards
     */
    default void fetch(Platform platform, Path place, Path cache) throws IOException, InterruptedException {
        Path scratch = Files.createTempFile(place, "base", ".tar");
        try {
            Containerizer fetched = Containerizer.to(TarImage.at(scratch).named("base"));
            begin().setPlatforms(Set.of(platform))
                    .containerize(Image.cached(fetched, cache).setAllowInsecureRegistries(insecure()));
        } catch (IOException
                | InvalidImageReferenceException
                | CacheDirectoryCreationException
                | RegistryException failure) {
            throw missing(failure);
        } catch (ExecutionException failure) {
            throw missing(failure.getCause());
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private CommandFailure missing(Throwable failure) {
        return new CommandFailure("The base %s is not to be had: %s".formatted(name(), Image.reason(failure)), failure);
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

        @Override
        public boolean insecure() {
            return false;
        }
    }

    /** An image of a registry. */
    record OfRegistry(String name, boolean insecure) implements Base {

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
