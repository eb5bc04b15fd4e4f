/**
 * Documents from contracts: a Markdown page for each contract of a bus, and one that lists them.
 *
 * <p>{@link dev.postroad.compiler.page.ContractPages} is a pure function from a repository to
 * {@link dev.postroad.compiler.page.Page pages}; the same repository gives the same text. Comments are shown as plain
 * text with code between backticks: whatever else Markdown or HTML would make of them is escaped.
 */
@NullMarked
package dev.postroad.compiler.page;

import org.jspecify.annotations.NullMarked;
