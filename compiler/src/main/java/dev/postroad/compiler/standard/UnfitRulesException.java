package dev.postroad.compiler.standard;

/** Rules do not fit the type of the value that they stand at; protovalidate refuses them too. */
public final class UnfitRulesException extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;

    UnfitRulesException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What does not fit, as a sentence without its full stop. */
    public String problem() {
        return problem;
    }
}
