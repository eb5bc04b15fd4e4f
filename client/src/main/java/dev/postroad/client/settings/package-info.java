/**
 * What a service may say about its connection to the bus. Each setting has an environment variable; everything else is
 * decided by the contract or is the same for all.
 */
@NullMarked
package dev.postroad.client.settings;

import org.jspecify.annotations.NullMarked;
