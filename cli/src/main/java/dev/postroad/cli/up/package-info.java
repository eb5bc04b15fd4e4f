/**
 * {@code postroad up}: a bus with its broker and its demo processes, in one terminal.
 *
 * <p>{@link dev.postroad.cli.up.UpCommand} is the order of things; {@link dev.postroad.cli.up.RunningBus} holds what is
 * running and ends it; {@link dev.postroad.cli.up.LiveTable} is the picture, a pure function of a snapshot;
 * {@link dev.postroad.cli.up.Accounting} waits until {@code --once} is over, and
 * {@link dev.postroad.cli.up.OnceVerdict} says whether every message is accounted for.
 *
 * <p>The command's thread starts, watches and ends everything. A signal only asks it to end, and waits until it has.
 */
@NullMarked
package dev.postroad.cli.up;

import org.jspecify.annotations.NullMarked;
