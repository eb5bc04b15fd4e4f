package dev.postroad.compiler.bus;

import dev.postroad.compiler.finding.Place;
import dev.postroad.contract.topic.Contract;

/** A contract and where its topic option stands. */
public record ContractSource(Contract contract, Place place) {}
