@NullMarked
package dev.postroad.examples.github.triage;

import org.jspecify.annotations.NullMarked;
