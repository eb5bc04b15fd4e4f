package dev.postroad.contract.format;

import java.util.List;
import java.util.Random;

/** Texts near to valid ones: a valid text, or parts of two, with a few characters added, left out or exchanged. */
final class Texts {
    private static final String CHARACTERS =
            "aZf09.:/@-%[]?#=_~!$&'()*+,;{|}^` \"\\<>\n\0\u00e9\u017f\u212a\u0660\uff0e\ud83d\ude00";
    private static final List<String> PIECES = List.of(
            "::",
            "%25",
            "%41",
            "%c3%a9",
            "%C0%80",
            "%ed%a0%80",
            "%f0%9f%98%80",
            "%f4%90%80%80",
            "//",
            "0",
            "255",
            "256",
            "1.2.3.4",
            "192.168.0.0",
            "/24",
            "/64",
            "/128",
            "/0",
            ":80",
            ":65535",
            ":65536",
            "ffff",
            "12345",
            "[::1]",
            "[v1.a:b]",
            "[fe80::1%25en]",
            "##",
            "?//[::1]",
            "\ud83d\ude00",
            "user:pw@",
            ".",
            "..",
            "-");

    private final Random random;
    private final List<String> seeds;

    Texts(long seed, List<String> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    String next() {
        var text = new StringBuilder(oneOf(seeds));
        if (random.nextInt(8) == 0) {
            var other = oneOf(seeds);
            text.setLength(random.nextInt(text.length() + 1));
            text.append(other, random.nextInt(other.length() + 1), other.length());
        }
        for (var edits = random.nextInt(4); edits > 0; edits--) {
            edit(text);
        }
        return text.toString();
    }

    private void edit(StringBuilder text) {
        var at = random.nextInt(text.length() + 1);
        var until = Math.min(text.length(), at + random.nextInt(3));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, until);
            case 1 -> text.replace(at, until, character());
            case 2 -> text.insert(at, oneOf(PIECES));
            case 3 -> text.insert(at, text.substring(at, until).repeat(random.nextInt(30) == 0 ? 70 : 2));
            default -> text.insert(at, character());
        }
    }

    private String character() {
        return String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
