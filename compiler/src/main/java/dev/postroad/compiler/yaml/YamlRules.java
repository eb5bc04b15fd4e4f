package dev.postroad.compiler.yaml;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules of every YAML file. */
public final class YamlRules {
    static final Rule SYNTAX = Rule.error(
            "yaml", "A declaration is YAML 1.1", "A file that is half read would take half a declaration back.");

    static final Rule DUPLICATE_KEY = Rule.error(
            "yaml-duplicate-key", "A key is given once", "YAML's readers keep one of the two values without a word.");

    static final Rule KIND = Rule.error(
            "yaml-kind",
            "A value is of the kind that its key asks for: a text, a list, or keys and values",
            "A value of another kind would be taken for something that nobody wrote.");

    /** A required key that is not there. */
    public static final Rule KEY_MISSING = Rule.error(
            "yaml-key-missing", "A key that is required is there", "The declaration has no meaning without it.");

    static final Rule KEY_UNKNOWN =
            Rule.error("yaml-key-unknown", "Every key is a known one", "A mistyped key would silently do nothing.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(SYNTAX, DUPLICATE_KEY, KIND, KEY_MISSING, KEY_UNKNOWN);

    private YamlRules() {}
}
