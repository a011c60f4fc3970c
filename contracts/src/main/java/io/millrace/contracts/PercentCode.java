package io.millrace.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding of header values, as the CloudEvents bindings for HTTP and NATS define it. */
final class PercentCode {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentCode() {}

    static String encode(String value) {
        if (value.chars().noneMatch(PercentCode::mustEncode)) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (byte octet : value.getBytes(UTF_8)) {
            if (mustEncode(octet & 0xff)) {
                out.append('%');
                HEX.toHexDigits(out, octet);
            } else {
                out.append((char) octet);
            }
        }
        return out.toString();
    }

    static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] in = value.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%'
                    && i + 2 < in.length
                    && HexFormat.isHexDigit(in[i + 1])
                    && HexFormat.isHexDigit(in[i + 2])) {
                out.write(HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toString(UTF_8);
    }

    private static boolean mustEncode(int c) {
        return c <= ' ' || c == '"' || c == '%' || c > '~';
    }
}
