/** Services as processes of their own, which are killed, suspended and replaced, and a ledger of what they did. */
@NullMarked
package dev.postroad.client.fault;

import org.jspecify.annotations.NullMarked;
