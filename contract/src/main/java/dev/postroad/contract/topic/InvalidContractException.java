package dev.postroad.contract.topic;

import java.util.List;
import java.util.stream.Collectors;

/** The message's descriptor is no contract. The contract's author must act. */
public final class InvalidContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<ContractProblem> problems;

    InvalidContractException(String message, List<ContractProblem> problems) {
        super(message
                + problems.stream()
                        .map(problem -> problem.sentence() + "; " + problem.fix())
                        .collect(Collectors.joining("\n  ", ": ", "")));
        this.problems = problems;
    }

    /** Everything that is wrong. */
    public List<ContractProblem> problems() {
        return problems;
    }
}
