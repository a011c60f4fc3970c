package io.millrace.cli.deadletters;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many are wanted at most. */
final class Limit implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new TypeConversionException("'" + text + "' is not a whole number above 0");
        }
        return Long.valueOf(text);
    }
}
