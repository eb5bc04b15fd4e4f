/**
 * YAML whose every value knows its line, and whose every mistake becomes a finding.
 *
 * <p>A {@link dev.postroad.compiler.yaml.YamlMap} is asked for the keys that its reader knows; in the end it reports
 * the keys that nobody asked for. A value of the wrong kind, a key given twice or a missing required key is a finding,
 * and reading goes on with what is there.
 */
@NullMarked
package dev.postroad.compiler.yaml;

import org.jspecify.annotations.NullMarked;
