/**
 * Buses for tests of services: {@link dev.postroad.testkit.bus.FakeBus} in memory, for unit tests, and
 * {@link dev.postroad.testkit.bus.TestBus} on an embedded broker. Both hand out a real {@link dev.postroad.client.Bus}:
 * contracts are checked, records go through lanes, retries and dead letters as they do for a service.
 */
@NullMarked
package dev.postroad.testkit.bus;

import org.jspecify.annotations.NullMarked;
