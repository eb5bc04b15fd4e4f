package dev.postroad.cli.up;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a port; 0 stands for any free one. */
final class PortConverter implements ITypeConverter<Integer> {
    private static final int LAST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST) {
            throw new TypeConversionException(
                    "'%s' is no port; name one from 1 to %d, or 0 for any free one".formatted(text, LAST));
        }
        return Integer.valueOf(text);
    }
}
