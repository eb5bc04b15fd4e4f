package dev.postroad.contract.format;

/**
 * A host (a name, an IPv4 address, or an IPv6 address in brackets) and a port from 0 to 65535 (RFC 3986, section 3.2).
 */
public final class HostAndPort {
    private static final int HIGHEST_PORT = 65_535;

    private HostAndPort() {}

    /** Whether the text is a host, a colon and a port; the last two may be missing unless the port is required. */
    public static boolean matches(String text, boolean portRequired) {
        if (text.isEmpty()) {
            return false;
        }
        var colon = text.lastIndexOf(':');
        if (text.charAt(0) == '[') {
            return matchesBracketed(text, colon, portRequired);
        }
        if (colon < 0) {
            return !portRequired && isNameOrIpv4(text, text.length());
        }
        return isNameOrIpv4(text, colon) && isPort(text, colon + 1);
    }

    private static boolean matchesBracketed(String text, int colon, boolean portRequired) {
        var bracket = text.lastIndexOf(']');
        if (bracket < 0) {
            return false;
        }
        var end = bracket + 1;
        var isEnd = end == text.length() ? !portRequired : end == colon && isPort(text, colon + 1);
        return isEnd && Ipv6Address.matches(text, 1, bracket);
    }

    private static boolean isNameOrIpv4(String text, int to) {
        return Hostname.matches(text, 0, to) || Ipv4Address.matches(text, 0, to);
    }

    private static boolean isPort(String text, int from) {
        return Decimal.value(text, from, text.length(), HIGHEST_PORT) >= 0;
    }
}
