@NullMarked
package dev.postroad.examples.github.process;

import org.jspecify.annotations.NullMarked;
