/**
 * A bus repository: the folder that declares a bus, loaded and checked.
 *
 * <p>{@link dev.postroad.compiler.bus.BusRepository#load} reads {@code postroad.yaml}, {@code teams.yaml},
 * {@code services/*.yaml} and {@code contracts/**}, and returns what it could read together with every finding. Loading
 * never fails because of what is written in the repository; only a folder that is no bus repository is an exception.
 *
 * <p>Here are the rules that need the whole repository: one message for each topic and one topic for each message,
 * owners and topics that exist, rights that follow from ownership and visibility, groups that read a topic once. Rules
 * of one contract live with {@link dev.postroad.contract.topic.Contract}.
 *
 * <p>All values are immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.compiler.bus;

import org.jspecify.annotations.NullMarked;
