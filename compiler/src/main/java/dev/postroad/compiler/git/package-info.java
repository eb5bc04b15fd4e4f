/**
 * Git, as far as contracts of former times are wanted: which revisions there are, and the files of a commit.
 *
 * <p>{@link dev.postroad.compiler.git.GitProgram} runs the {@code git} program in a folder,
 * {@link dev.postroad.compiler.git.GitWorkTree} finds what a user means by a revision, and
 * {@link dev.postroad.compiler.git.GitTree} writes the files of a commit, object by object: nothing is checked out, and
 * attributes, filters and links have no say. What Git cannot give is a {@link dev.postroad.compiler.git.GitException}.
 *
 * <p>Everything here belongs to one program and one thread.
 */
@NullMarked
package dev.postroad.compiler.git;

import org.jspecify.annotations.NullMarked;
