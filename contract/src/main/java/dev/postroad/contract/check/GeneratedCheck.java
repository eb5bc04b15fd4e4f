package dev.postroad.contract.check;

import com.google.protobuf.Message;
import dev.postroad.contract.version.ContractVersion;
import java.util.Optional;

/**
 * Finds the check that the build generated beside a message class: {@code OrderPlacedCheck} for {@code OrderPlaced}, in
 * the same package.
 */
public final class GeneratedCheck {
    private static final String SUFFIX = "Check";
    private static final String VERSION = "VERSION";

    private GeneratedCheck() {}

    /**
     * The generated check of a message class; empty if the build generated none.
     *
     * @param type a generated message class
     * @param version the version of the contract that the class holds
     * @throws IllegalStateException if the check was generated from another version of the contract
     */
    public static <M extends Message> Optional<Check<M>> find(Class<M> type, ContractVersion version) {
        var name = type.getPackageName() + "." + type.getSimpleName() + SUFFIX;
        try {
            var check = Class.forName(name, true, type.getClassLoader());
            if (!Check.class.isAssignableFrom(check)) {
                return Optional.empty();
            }
            requireVersion(check, version);
            return Optional.of(instance(check));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s cannot be used as a check; build it anew with Postroad's Maven plugin".formatted(name), e);
        }
    }

    private static void requireVersion(Class<?> check, ContractVersion version) throws ReflectiveOperationException {
        var generatedFrom = String.valueOf(check.getField(VERSION).get(null));
        if (!generatedFrom.equals(version.toString())) {
            throw new IllegalStateException(
                    "%s was generated from version %s of its contract, and the message class beside it holds %s; build both anew"
                            .formatted(check.getName(), generatedFrom, version));
        }
    }

    // The generator names a check after the message that it checks.
    @SuppressWarnings("unchecked")
    private static <M extends Message> Check<M> instance(Class<?> check) throws ReflectiveOperationException {
        return (Check<M>) check.getConstructor().newInstance();
    }
}
