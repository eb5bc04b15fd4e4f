/**
 * The values that a contract consists of, read from a message's descriptor.
 *
 * <p>A {@link dev.postroad.contract.topic.Contract} is a message with the option {@code (postroad.topic)}: it knows the
 * topic, its owner, its key field and what the owner intends. It is read from a descriptor and from nothing else, so it
 * is the same whether the descriptor comes from a generated class, a descriptor set or a compiler request.
 *
 * <p>What cannot be a contract is described by {@link dev.postroad.contract.topic.ContractProblem}s, all of them at
 * once: a compiler turns each into a finding with file and line, a client into one exception.
 *
 * <p>Not here: what needs more than one message (two contracts that claim one topic, an owner that no team has), which
 * the compiler sees; and how a contract becomes a Kafka topic, which the platform decides.
 *
 * <p>Every type is immutable and may be shared between threads.
 */
@NullMarked
package dev.postroad.contract.topic;

import org.jspecify.annotations.NullMarked;
