package dev.postroad.compiler.example;

import build.buf.validate.BytesRules;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes: addresses, and texts of the length and with the parts that are asked for. */
record BytesCandidates(BytesRules rules, Choice choice, int wanted) {
    private static final int PATTERNS = 12;
    private static final int LONGEST = 100_000;

    List<Object> values() {
        var values = new ArrayList<Object>();
        if (rules.getIp() || rules.getIpv4()) {
            values.add(ByteString.copyFrom(new byte[] {(byte) 192, 0, 2, 17}));
        }
        if (rules.getIpv6()) {
            values.add(
                    ByteString.copyFrom(new byte[] {0x20, 1, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17}));
        }
        if (rules.hasPattern()) {
            PatternTexts.of(rules.getPattern(), PATTERNS + wanted, choice)
                    .forEach(text -> values.add(ByteString.copyFromUtf8(text)));
        }
        for (var variant = 0; variant < wanted + 2; variant++) {
            values.add(fitted(variant));
        }
        values.add(ByteString.EMPTY);
        return values;
    }

    private ByteString fitted(int variant) {
        var fixed = rules.getPrefix().concat(rules.getContains());
        var suffix = rules.getSuffix();
        var least = rules.hasLen() ? rules.getLen() : rules.hasMinLen() ? rules.getMinLen() : 0;
        var most = rules.hasLen() ? rules.getLen() : rules.hasMaxLen() ? rules.getMaxLen() : Math.max(least, 8);
        var usual = Math.max(least, rules.getUuid() ? 16 : Math.min(most, 8));
        var free = (int) Math.max(0, Math.min(usual, LONGEST) - fixed.size() - suffix.size());
        var filling = String.join("", Collections.nCopies(free / 8 + 1, "%08x".formatted(0x3f9a6c1b + variant * 7919)));
        return fixed.concat(ByteString.copyFromUtf8(filling.substring(0, free))).concat(suffix);
    }
}
