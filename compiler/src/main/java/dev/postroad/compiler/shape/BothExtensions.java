package dev.postroad.compiler.shape;

import dev.postroad.compiler.proto.Extensions;

/** The extensions of both sides: they may stand in any file. */
public record BothExtensions(Extensions before, Extensions after) {}
