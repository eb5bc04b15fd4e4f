package dev.postroad.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of records. */
final class CountConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new TypeConversionException("'%s' is no number of records; name 0 or more".formatted(text));
        }
        return Long.valueOf(text);
    }
}
