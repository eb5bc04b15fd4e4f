/**
 * Tests that see the whole: the rooms and their doors, the launcher, the sample bus, the example that users copy.
 *
 * <p>The program under test is the folder {@code cli/target/postroad} that the build has made before;
 * {@link dev.postroad.acceptance.Checkout} knows where things are.
 */
@NullMarked
package dev.postroad.acceptance;

import org.jspecify.annotations.NullMarked;
