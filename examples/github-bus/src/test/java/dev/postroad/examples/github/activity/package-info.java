@NullMarked
package dev.postroad.examples.github.activity;

import org.jspecify.annotations.NullMarked;
