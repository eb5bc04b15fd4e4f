package dev.postroad.compiler.yaml;

import dev.postroad.compiler.finding.Place;

/** A scalar and where it stands. */
public record YamlText(String value, Place place) {}
