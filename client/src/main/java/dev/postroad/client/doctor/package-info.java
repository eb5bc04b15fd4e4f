/**
 * What could keep a service from its work, in a sentence each, before its first message.
 *
 * <p>{@link dev.postroad.client.doctor.Need} is what a service does with a topic; {@code Examination} says of it and of
 * what the cluster has what is wrong, as a pure function. {@link dev.postroad.client.doctor.Doctor} looks at the
 * cluster: when a publisher or a subscription begins, and when somebody asks.
 */
@NullMarked
package dev.postroad.client.doctor;

import org.jspecify.annotations.NullMarked;
