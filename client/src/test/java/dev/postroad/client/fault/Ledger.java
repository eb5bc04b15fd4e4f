package dev.postroad.client.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of entries. A line is written in one piece, so a kill leaves none that is half. */
final class Ledger implements AutoCloseable {
    private final SeekableByteChannel file;

    Ledger(Path file) throws IOException {
        this.file = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void write(Entry entry) throws IOException {
        file.write(ByteBuffer.wrap((entry.line() + '\n').getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
