/** JUnit Jupiter and Postroad: a test that asks for a bus is given one. */
@NullMarked
package dev.postroad.testkit.junit;

import org.jspecify.annotations.NullMarked;
