package io.millrace.asyncapi;

import io.millrace.asyncapi.code.Libraries;
import io.millrace.asyncapi.code.ServiceCode;
import io.millrace.asyncapi.reads.Reads;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** What is found in the code of the mill. */
public final class TheMill {

    private TheMill() {}

    public static Reads reads() {
        try {
            Path classes = Path.of(TheMill.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ServiceCode(classes, new Libraries(List.of()), TheMill.class.getClassLoader()).reads("mill");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
