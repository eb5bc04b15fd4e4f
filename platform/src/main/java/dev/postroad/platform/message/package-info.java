/**
 * Single messages on the way in and out, for people: lines of JSON published to a topic, a topic's records shown as
 * JSON.
 *
 * <p>Both know messages from the bus's contracts alone and need no generated class. Personal data is masked in
 * everything that is shown.
 */
@NullMarked
package dev.postroad.platform.message;

import org.jspecify.annotations.NullMarked;
