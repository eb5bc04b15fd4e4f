package dev.postroad.cli.deadletter;

import dev.postroad.client.deadletter.Position;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a place in a topic. */
final class PositionConverter implements ITypeConverter<Position> {
    @Override
    public Position convert(String text) {
        try {
            return Position.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
