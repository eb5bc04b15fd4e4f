package dev.postroad.cli.docs;

/** A folder cannot take the pages; the message says why and what to do. */
public final class PageFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PageFolderException(String message) {
        super(message);
    }

    PageFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
