package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.Descriptor;

/** Something that is asked of a value. */
public sealed interface Step permits Rule, Step.Embedded, Step.Inner, Step.Items, Step.Entries {
    /** The value is a message, whose own plan must be kept; violations stand below the value's path. */
    record Embedded(Descriptor message) implements Step {}

    /** The value is a wrapper message (google.protobuf.Int64Value and others); what is in it must keep a plan. */
    record Inner(ValuePlan value) implements Step {}

    /** The value is a list; each element must keep a plan. */
    record Items(ValuePlan item) implements Step {}

    /** The value is a map; each key, and then its value, must keep a plan. Both are reported at the value's path. */
    record Entries(ValuePlan key, ValuePlan value) implements Step {}
}
