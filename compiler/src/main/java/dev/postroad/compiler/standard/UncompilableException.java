package dev.postroad.compiler.standard;

/** A standard rule has a value that plans have no expression for. The reader of the plan names the rule. */
public final class UncompilableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final String reason;

    UncompilableException(String rule, String reason) {
        super(reason);
        this.rule = rule;
        this.reason = reason;
    }

    /** The rule's id. */
    public String rule() {
        return rule;
    }

    /** Why it cannot be compiled, as the end of a sentence. */
    public String reason() {
        return reason;
    }
}
