package dev.postroad.compiler.bus;

import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.contract.topic.Contract;

/**
 * A contract and where it is written.
 *
 * @param contract the contract
 * @param file the compiled file that its message stands in
 * @param place where its topic option stands
 */
public record ContractSource(Contract contract, SourceFile file, Place place) {}
