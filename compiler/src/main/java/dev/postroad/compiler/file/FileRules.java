package dev.postroad.compiler.file;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules of every file, whatever is written in it. */
public final class FileRules {
    /** A link that leads out of the folder that is read. */
    public static final Rule OUTSIDE = Rule.error(
            "file-outside",
            "No link leads out of the repository",
            "What lies elsewhere has no history here, and may be nobody's business.");

    /** A file that is not there, that may not be read, or that is no file. */
    public static final Rule UNREADABLE = Rule.error(
            "file-unreadable", "A file can be read", "What cannot be read cannot be told from what is not there.");

    /** A name that a build could take for something else. */
    public static final Rule NAME = Rule.error(
            "file-name-unfit",
            "A contract's file name is plain text",
            "Control characters, colons and backslashes end a name early in one tool or another; a leading hyphen"
                    + " makes it an option.");

    /** More than people write. */
    public static final Rule TOO_LARGE = Rule.error(
            "file-too-large",
            "Files are of a size that people write",
            "A check answers within seconds and in bounded memory, whatever it is given.");

    static final Rule ENCODING =
            Rule.error("file-encoding", "A file is UTF-8 text", "Protobuf's specification allows nothing else.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(OUTSIDE, UNREADABLE, NAME, TOO_LARGE, ENCODING);

    private FileRules() {}
}
