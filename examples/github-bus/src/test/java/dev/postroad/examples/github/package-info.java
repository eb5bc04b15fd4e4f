@NullMarked
package dev.postroad.examples.github;

import org.jspecify.annotations.NullMarked;
