package dev.postroad.client.doctor;

import dev.postroad.client.connection.RightMissingException;
import java.util.Optional;

/** What was looked at, and how it is, in a sentence. */
public record DoctorFinding(Grade grade, String sentence) {
    /** How bad it is. */
    public enum Grade {
        /** As it should be. */
        GOOD,
        /** The service works, until something else fails. */
        WARNING,
        /** The service does not work. */
        ERROR,
        /** The service does not work, for want of a right. */
        DENIED
    }

    static DoctorFinding good(String sentence, Object... values) {
        return new DoctorFinding(Grade.GOOD, sentence.formatted(values));
    }

    static DoctorFinding warning(String sentence, Object... values) {
        return new DoctorFinding(Grade.WARNING, sentence.formatted(values));
    }

    static DoctorFinding denied(String sentence, Object... values) {
        return new DoctorFinding(Grade.DENIED, sentence.formatted(values));
    }

    static DoctorFinding of(RuntimeException failure) {
        return new DoctorFinding(
                failure instanceof RightMissingException ? Grade.DENIED : Grade.ERROR,
                Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString));
    }

    /** Whether the service works all the same. */
    public boolean isHarmless() {
        return grade == Grade.GOOD || grade == Grade.WARNING;
    }

    static DoctorFinding error(String sentence, Object... values) {
        return new DoctorFinding(Grade.ERROR, sentence.formatted(values));
    }
}
