package dev.postroad.compiler.cel;

import dev.postroad.compiler.expression.Expression.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of the macros around a part, by the names that the expression gives them. */
record Scope(Map<String, Variable> variables) {
    static final Scope EMPTY = new Scope(Map.of());

    Scope {
        variables = Map.copyOf(variables);
    }

    Optional<Variable> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Scope with(String name, Variable variable) {
        var more = new HashMap<>(variables);
        more.put(name, variable);
        return new Scope(more);
    }
}
