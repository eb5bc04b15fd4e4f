package dev.postroad.compiler.baseline;

/**
 * A folder of contracts in a commit.
 *
 * @param commit the commit's object id
 * @param contracts the folder's path, ending in a slash; empty for the commit's root
 */
record GitFolder(String commit, String contracts) {}
