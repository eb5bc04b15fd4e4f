package dev.postroad.contract.cel;

/**
 * An expression of CEL has no value for a message: a number overflows, an index is out of range. It has no stack trace:
 * it is a result, and as likely as another.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An evaluation that failed for a reason. */
    public EvaluationException(String reason) {
        super(reason, null, false, false);
    }

    /** As before, and what Java said of it. */
    EvaluationException(String reason, RuntimeException cause) {
        super(reason, cause, false, false);
    }
}
