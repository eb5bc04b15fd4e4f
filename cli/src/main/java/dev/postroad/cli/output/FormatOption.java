package dev.postroad.cli.output;

import picocli.CommandLine.Option;

/** The option for the format of results. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How results are printed: text or json. Default: text.")
    private Format format = Format.TEXT;

    /** Whether results are to be JSON. */
    public boolean isJson() {
        return format == Format.JSON;
    }
}
