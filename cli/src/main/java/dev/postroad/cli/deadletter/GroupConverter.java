package dev.postroad.cli.deadletter;

import dev.postroad.contract.topic.GroupName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a service's consumer group. */
final class GroupConverter implements ITypeConverter<GroupName> {
    @Override
    public GroupName convert(String text) {
        try {
            return GroupName.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
