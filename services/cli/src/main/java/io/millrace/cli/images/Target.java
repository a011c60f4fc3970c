package io.millrace.cli.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where images go. */
sealed interface Target {

    /** The one of this service, and how it gets there. */
    Place of(String service);

    /**
     * An image's place.
     *
     * @param where for people
     */
    record Place(String where, Containerizer containerizer) {}

    /** Each into a file that {@code docker load}, {@code podman load} and {@code ctr images import} take. */
    record Tars(Path folder, String tag) implements Target {

        @Override
        public Place of(String service) {
            Path file = folder.resolve(service + ".tar");
            try {
                Files.createDirectories(folder);
                return new Place(
                        file.toString(),
                        Containerizer.to(TarImage.at(file).named(reference("millrace/" + service, tag))));
            } catch (IOException e) {
                throw new CommandFailure(folder + " cannot be made: " + e.getMessage() + ".", e);
            }
        }
    }

    /** Into a registry, with the credentials that {@code docker login} or a credential helper keeps. */
    record Registry(String prefix, String tag, boolean insecure) implements Target {

        @Override
        public Place of(String service) {
            ImageReference image = reference(prefix + "/millrace/" + service, tag);
            return new Place(
                    image.toString(), Containerizer.to(credentials(image)).setAllowInsecureRegistries(insecure));
        }
    }

    /** An image of a registry, with whatever credentials are found for it. */
    static RegistryImage credentials(ImageReference image) {
        CredentialRetrieverFactory found = CredentialRetrieverFactory.forImage(image, _ -> {});
        RegistryImage known = RegistryImage.named(image);
        Optional.ofNullable(System.getenv("DOCKER_CONFIG"))
                .map(folder -> Path.of(folder, "config.json"))
                .ifPresent(file -> known.addCredentialRetriever(found.dockerConfig(file)));
        return known.addCredentialRetriever(found.dockerConfig())
                .addCredentialRetriever(found.wellKnownCredentialHelpers());
    }

    private static ImageReference reference(String name, String tag) {
        try {
            return ImageReference.parse(name + ":" + tag);
        } catch (InvalidImageReferenceException e) {
            throw new CommandFailure("%s:%s is no name of an image.".formatted(name, tag), e);
        }
    }
}
