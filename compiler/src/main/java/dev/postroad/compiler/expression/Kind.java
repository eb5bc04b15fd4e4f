package dev.postroad.compiler.expression;

/** The kinds of types that expressions have, as {@link dev.postroad.contract.cel} maps them to Java. */
public enum Kind {
    /** boolean. */
    BOOL,
    /** A signed long; enum values are such numbers. */
    INT,
    /** An unsigned long. */
    UINT,
    /** double; Protobuf's float is widened. */
    DOUBLE,
    /** String. */
    STRING,
    /** ByteString. */
    BYTES,
    /** com.google.protobuf.Timestamp. */
    TIMESTAMP,
    /** com.google.protobuf.Duration. */
    DURATION,
    /** A message of any other type. */
    MESSAGE,
    /** A List of boxed values. */
    LIST,
    /** A Map of boxed values. */
    MAP
}
