package dev.postroad.bench.validation;

import dev.postroad.bench.orders.OrderPlaced;

/** The rules of the contract as a person would write them for speed: the mark to measure others by. */
final class HandWrittenCheck {
    private static final int UUID_LENGTH = 36;
    private static final int MOST_LINES = 100;
    private static final int HIGHEST_PRIORITY = 9;
    private static final int LONGEST_LABEL = 63;

    private HandWrittenCheck() {}

    static boolean isValid(OrderPlaced order) {
        return isUuid(order.getOrderId())
                && isEmail(order.getEmail())
                && order.hasPlacedAt()
                && order.getLinesCount() <= MOST_LINES
                && order.getPriority() >= 0
                && order.getPriority() <= HIGHEST_PRIORITY
                && order.getTotalMinor() >= order.getShippingMinor();
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (var i = 0; i < UUID_LENGTH; i++) {
            var letter = text.charAt(i);
            var fits = i == 8 || i == 13 || i == 18 || i == 23 ? letter == '-' : Character.digit(letter, 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The form that HTML's email field asks for, as protovalidate does. */
    private static boolean isEmail(String text) {
        var at = text.indexOf('@');
        if (at < 1) {
            return false;
        }
        for (var i = 0; i < at; i++) {
            var letter = text.charAt(i);
            if (!isAlphanumeric(letter) && ".!#$%&'*+/=?^_`{|}~-".indexOf(letter) < 0) {
                return false;
            }
        }
        return isHost(text, at + 1);
    }

    private static boolean isHost(String text, int from) {
        var begin = from;
        for (var i = from; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                var empty = i == begin || i - begin > LONGEST_LABEL;
                if (empty || text.charAt(begin) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                begin = i + 1;
            } else if (!isAlphanumeric(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
