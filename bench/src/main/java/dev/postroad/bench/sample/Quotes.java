package dev.postroad.bench.sample;

import com.google.protobuf.Timestamp;
import dev.postroad.bench.quotes.Position;
import dev.postroad.bench.quotes.QuoteGiven;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Quotes of about 200 bytes: five positions. */
final class Quotes {
    private static final long SEED = 3;
    private static final int DAY = 24 * 3600;

    private Quotes() {}

    static List<QuoteGiven> valid() {
        var random = new Random(SEED);
        return Stream.generate(() -> quote(random)).limit(Shape.COUNT).toList();
    }

    static List<QuoteGiven> broken() {
        return new Breakages<>(
                        QuoteGiven::toBuilder,
                        QuoteGiven.Builder::build,
                        List.of(
                                quote -> quote.setQuoteId("Q-short"),
                                quote -> quote.setValidUntil(quote.getGivenAt()),
                                quote -> quote.getValidUntilBuilder().setSeconds(2_000_000_000L),
                                quote -> quote.setDiscountPercent(40).clearApprovedBy(),
                                quote -> quote.getPositionsBuilder(4).setPriceMinor(0),
                                quote -> quote.getPositionsBuilder(3).setIsMain(true),
                                quote -> quote.setTotalMinor(-1),
                                quote -> quote.setCurrency("XXX"),
                                quote -> quote.setEmail("customer@-example.org"),
                                quote -> quote.getPositionsBuilder(2).setSku("no article")))
                .of(valid());
    }

    private static QuoteGiven quote(Random random) {
        var given = 1_700_000_000L + random.nextInt(10_000_000);
        var quote = QuoteGiven.newBuilder()
                .setQuoteId("Q-%08d".formatted(random.nextInt(100_000_000)))
                .setGivenAt(Timestamp.newBuilder().setSeconds(given))
                .setValidUntil(Timestamp.newBuilder().setSeconds(given + (1 + random.nextInt(60)) * (long) DAY))
                .setDiscountPercent(random.nextInt(50))
                .setApprovedBy("Ada")
                .setTotalMinor(random.nextInt(10_000_000))
                .setCurrency("CHF")
                .setEmail("customer.%d@shop-%d.example.org".formatted(random.nextInt(1_000_000), random.nextInt(100)));
        for (var position = 0; position < 5; position++) {
            quote.addPositions(position(random).setIsMain(position == 0));
        }
        return quote.build();
    }

    private static Position.Builder position(Random random) {
        var pieces = 1 + random.nextInt(9);
        var price = 100 + random.nextInt(10_000);
        return Position.newBuilder()
                .setSku("ABC%04d".formatted(random.nextInt(10_000)))
                .setPieces(pieces)
                .setUnitPriceMinor(price)
                .setPriceMinor(pieces * (long) price);
    }
}
