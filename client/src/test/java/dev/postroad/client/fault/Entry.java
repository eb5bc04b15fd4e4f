package dev.postroad.client.fault;

/**
 * A line of a ledger: an order that was stored or handled.
 *
 * @param number how many orders its publisher had placed, this one included
 * @param millis when it was written down, since 1970
 */
record Entry(String key, int number, int partition, long offset, long millis) {
    static Entry of(String line) {
        var words = line.split(" ");
        return new Entry(
                words[0],
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }

    String line() {
        return "%s %d %d %d %d".formatted(key, number, partition, offset, millis);
    }

    String order() {
        return key + ' ' + number;
    }

    String position() {
        return partition + "@" + offset;
    }
}
