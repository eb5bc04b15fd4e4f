/** The demo processes of a bus that tests bring up: a shop that publishes, and billing that subscribes. */
@NullMarked
package dev.postroad.cli.demo;

import org.jspecify.annotations.NullMarked;
