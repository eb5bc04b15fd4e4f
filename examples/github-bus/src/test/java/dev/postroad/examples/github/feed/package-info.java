@NullMarked
package dev.postroad.examples.github.feed;

import org.jspecify.annotations.NullMarked;
