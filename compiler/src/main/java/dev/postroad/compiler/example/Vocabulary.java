package dev.postroad.compiler.example;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What fields of a name usually hold. All of it is invented or reserved for documentation. */
final class Vocabulary {
    private static final Map<String, List<String>> TEXTS = new LinkedHashMap<>();
    private static final Map<String, List<String>> NUMBERS = new LinkedHashMap<>();

    static {
        texts("email|mail", "ada@example.org", "grace@example.com", "alan@example.net", "a@b.co");
        texts(
                "url|uri|link|href|website|page",
                "https://example.org/a/1001",
                "https://example.com/b/2002",
                "https://a.co");
        texts("ip|ipv4|ip_address", "192.0.2.17", "198.51.100.17", "203.0.113.17");
        texts("ipv6", "2001:db8::17");
        texts("host|hostname|domain|server", "www.example.org", "api.example.com", "a.co");
        texts("phone|mobile|telephone|fax", "+12025550123", "+12025550145");
        texts("first_name|given_name|forename", "Ada", "Grace", "Alan");
        texts("last_name|family_name|surname", "Lovelace", "Hopper", "Turing");
        texts("full_name", "Ada Lovelace", "Grace Hopper", "ada/engine");
        texts("author|customer|owner|recipient|sender", "Ada Lovelace", "Grace Hopper", "Ada");
        texts("login|user|username|handle", "ada", "grace", "alan");
        texts("street|address", "12 Example Street", "3 Sample Road");
        texts("city|town", "London", "Utrecht");
        texts("zip|zip_code|postcode|postal_code", "12345", "54321");
        texts("country|country_code|region", "NL", "GB", "DE");
        texts("currency|currency_code", "EUR", "GBP", "USD");
        texts("language|locale|lang", "en", "nl", "de");
        texts("title|subject|summary|headline", "A short title", "Another title");
        texts("text|body|message|description|comment|note|reason", "A few words about it.", "Something else.");
        texts("sha|hash|digest|checksum|commit", "3f9a6c1b", "9c1b3f6a");
        texts("version", "1.4.2", "2.0.0");
        texts("tag", "v1.4.2", "v2.0.0");
        texts("ref|branch", "refs/heads/main", "main");
        texts("color|colour", "1d76db", "#1d76db");
        texts("path|file|filename", "docs/readme.md", "readme.md");
        texts("slug", "first-steps", "next-steps");
        texts("sku|code|number|reference", "A-1001", "B-2002");
        texts("status|state|kind|type|category", "active", "new");
        texts("token|secret|password", "not-a-secret", "invented");
        texts("id|key", "1001", "2002", "3003");
        numbers("latitude|lat", "52.0907", "51.5");
        numbers("longitude|lon|lng", "5.1214", "-0.12");
        numbers("price|amount|total|cost|fee|sum", "19.99", "1999", "250");
        numbers("port", "8080", "443");
        numbers("year", "2025", "2024");
        numbers("age", "42", "36");
        numbers("percent|percentage", "75", "12.5");
        numbers("ratio|share|rate|score|probability", "0.75", "0.5");
        numbers("code", "200", "404");
        numbers("bytes|size|length", "2048", "512");
        numbers("ms|millis|milliseconds|latency|duration|seconds", "250", "90");
        numbers("count|quantity|items|lines|files|comments|attempts", "3", "2", "12");
        numbers("id|number|no", "1001", "2002", "3003");
    }

    private Vocabulary() {}

    private static void texts(String names, String... values) {
        Stream.of(names.split("\\|")).forEach(name -> TEXTS.put(name, List.of(values)));
    }

    private static void numbers(String names, String... values) {
        Stream.of(names.split("\\|")).forEach(name -> NUMBERS.put(name, List.of(values)));
    }

    /** Usual texts for a field's name; never empty. */
    static List<String> texts(String name) {
        if (isIdentifier(name) && name.indexOf('_') > 0) {
            var thing = snake(name).replaceFirst("_(?:id|key)$", "").replace('_', '-');
            return List.of(thing + "-1001", thing + "-2002", "1001");
        }
        return of(TEXTS, name, List.of("example", "sample"));
    }

    /** Usual numbers for a field's name; never empty. */
    static List<BigDecimal> numbers(String name) {
        return of(NUMBERS, name, List.of("7", "12", "42")).stream()
                .map(BigDecimal::new)
                .toList();
    }

    static boolean isIdentifier(String name) {
        return snake(name).matches("(?:.*_)?(?:id|key)");
    }

    /** By the whole name, else by its last words, else by its first. */
    private static List<String> of(Map<String, List<String>> known, String name, List<String> otherwise) {
        var words = Arrays.asList(snake(name).split("_"));
        for (var skipped = 0; skipped < words.size(); skipped++) {
            var found = known.get(words.stream().skip(skipped).collect(Collectors.joining("_")));
            if (found != null) {
                return found;
            }
        }
        return known.getOrDefault(words.get(0), otherwise);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
