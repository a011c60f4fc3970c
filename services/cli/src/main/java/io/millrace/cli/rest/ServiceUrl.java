package io.millrace.cli.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where something answers over HTTP, so that a slip is said before anything is asked. */
public final class ServiceUrl implements ITypeConverter<URI> {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null) {
                return url;
            }
            throw notOne(text);
        } catch (URISyntaxException _) {
            throw notOne(text);
        }
    }

    private static TypeConversionException notOne(String text) {
        return new TypeConversionException("'" + text + "' is no address such as http://127.0.0.1:8081");
    }
}
