/** What the tests of this module share: a bus repository in a folder, and a cluster seen with plain Kafka clients. */
@NullMarked
package dev.postroad.platform;

import org.jspecify.annotations.NullMarked;
