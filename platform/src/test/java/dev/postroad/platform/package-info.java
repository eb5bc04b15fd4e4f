/**
 * What the tests of this module share: a bus repository in a folder, a cluster seen with plain Kafka clients, and both.
 */
@NullMarked
package dev.postroad.platform;

import org.jspecify.annotations.NullMarked;
