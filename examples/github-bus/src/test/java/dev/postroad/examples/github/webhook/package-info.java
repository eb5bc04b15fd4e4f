@NullMarked
package dev.postroad.examples.github.webhook;

import org.jspecify.annotations.NullMarked;
