package dev.postroad.contract.format;

/** The authority of a URI: {@code [ userinfo "@" ] host [ ":" port ]} (RFC 3986, section 3.2; RFC 6874). */
final class UriAuthority {
    private static final int NONE = -1;
    private static final CharacterSet HEXADECIMAL = CharacterSet.DIGIT.with(CharacterSet.of("abcdefABCDEF"));
    private static final CharacterSet IPV6 = HEXADECIMAL.with(CharacterSet.of(":"));

    private UriAuthority() {}

    /** Where the authority that begins at {@code from} ends, or -1. */
    static int end(String text, int from) {
        var userInfo = UriPart.end(text, from, UriPart.USER_INFO);
        var host = is(text, userInfo, '@') ? userInfo + 1 : from;
        var end = is(text, host, '[') ? endOfLiteral(text, host + 1) : UriPart.end(text, host, UriPart.REGISTERED_NAME);
        if (end == NONE || !Utf8.isEncoded(text, host, end)) {
            return NONE;
        }
        if (is(text, end, ':')) {
            end = CharacterSet.DIGIT.endOfRun(text, end + 1, text.length());
        }
        return end == text.length() || is(text, end, '/') || is(text, end, '?') || is(text, end, '#') ? end : NONE;
    }

    /** Where {@code ( IPv6address / IPv6addrz / IPvFuture ) "]"} ends, or -1. */
    private static int endOfLiteral(String text, int from) {
        var end = is(text, from, 'v') ? endOfFuture(text, from + 1) : endOfIpv6(text, from);
        return end != NONE && is(text, end, ']') ? end + 1 : NONE;
    }

    private static int endOfIpv6(String text, int from) {
        var end = IPV6.endOfRun(text, from, text.length());
        if (!Ipv6Address.matches(text, from, end)) {
            return NONE;
        }
        if (!text.startsWith("%25", end)) {
            return end;
        }
        var zone = UriPart.end(text, end + 3, UriPart.UNRESERVED);
        return zone > end + 3 ? zone : NONE;
    }

    private static int endOfFuture(String text, int from) {
        var dot = HEXADECIMAL.endOfRun(text, from, text.length());
        if (dot == from || !is(text, dot, '.')) {
            return NONE;
        }
        var end = UriPart.USER_INFO.endOfRun(text, dot + 1, text.length());
        return end > dot + 1 ? end : NONE;
    }

    private static boolean is(String text, int i, char c) {
        return i < text.length() && text.charAt(i) == c;
    }
}
