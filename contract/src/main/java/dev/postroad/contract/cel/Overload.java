package dev.postroad.contract.cel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The overloads of CEL that a static method carries out, by their ids, such as {@code add_int64}.
 *
 * <p>The method's parameters and result are of the Java types that {@link dev.postroad.contract.cel} maps CEL's to. A
 * method that may fail says so: it {@code throws EvaluationException}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Overload {
    /** The ids. */
    String[] value();
}
