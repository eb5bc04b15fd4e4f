package dev.postroad.compiler.git;

/**
 * A folder of contracts in a commit.
 *
 * @param commit the commit's object id
 * @param contracts the folder's path, ending in a slash; empty for the commit's root
 */
public record GitFolder(String commit, String contracts) {}
