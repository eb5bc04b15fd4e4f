package dev.postroad.bench.sample;

import com.google.protobuf.Timestamp;
import dev.postroad.bench.quotes.QuoteGiven;

/** The rules of quotes, written by hand. */
final class HandWrittenQuoteCheck {
    private static final int ID_LENGTH = 10;
    private static final long LONGEST_VALIDITY = 90 * 24 * 3600;
    private static final int LARGEST_DISCOUNT = 30;
    private static final int LARGEST_TOTAL = 100_000_000;

    private HandWrittenQuoteCheck() {}

    static boolean isValid(QuoteGiven quote) {
        return quote.getQuoteId().startsWith("Q-")
                && quote.getQuoteId().length() == ID_LENGTH
                && isInTime(quote.getGivenAt(), quote.getValidUntil())
                && (quote.getDiscountPercent() <= LARGEST_DISCOUNT
                        || !quote.getApprovedBy().isEmpty())
                && arePositions(quote)
                && quote.getTotalMinor() >= 0
                && quote.getTotalMinor() <= LARGEST_TOTAL
                && isCurrency(quote.getCurrency())
                && (quote.getEmail().isEmpty() || Texts.isEmail(quote.getEmail()));
    }

    private static boolean isInTime(Timestamp given, Timestamp end) {
        var seconds = end.getSeconds() - given.getSeconds();
        var nanos = end.getNanos() - given.getNanos();
        return (seconds > 0 || seconds == 0 && nanos > 0)
                && (seconds < LONGEST_VALIDITY || seconds == LONGEST_VALIDITY && nanos <= 0);
    }

    private static boolean arePositions(QuoteGiven quote) {
        var mains = 0;
        for (var i = 0; i < quote.getPositionsCount(); i++) {
            var position = quote.getPositions(i);
            var price = Math.multiplyExact(position.getPieces(), position.getUnitPriceMinor());
            if (price != position.getPriceMinor() || !Texts.isNumbered(position.getSku(), 3, 4)) {
                return false;
            }
            mains += position.getIsMain() ? 1 : 0;
        }
        return mains == 1;
    }

    private static boolean isCurrency(String currency) {
        return switch (currency) {
            case "CHF", "EUR", "GBP", "USD" -> true;
            default -> false;
        };
    }
}
