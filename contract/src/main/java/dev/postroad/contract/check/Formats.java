package dev.postroad.contract.check;

import dev.postroad.contract.cel.Overload;
import dev.postroad.contract.format.EmailAddress;
import dev.postroad.contract.format.HostAndPort;
import dev.postroad.contract.format.Hostname;
import dev.postroad.contract.format.HttpHeader;
import dev.postroad.contract.format.Identifier;
import dev.postroad.contract.format.Ipv4Address;
import dev.postroad.contract.format.Ipv6Address;
import dev.postroad.contract.format.TextLength;
import dev.postroad.contract.format.Uri;

/**
 * The functions on text that generated validators call, named as in protovalidate's library for CEL and with its
 * verdicts. They make no objects, remember nothing, and may be called by any thread.
 */
public final class Formats {
    private static final long ANY_VERSION = 0;

    private Formats() {}

    /** Whether the text is an e-mail address (HTML living standard, section 4.10.5.1.5). */
    @Overload("is_email")
    public static boolean isEmail(String text) {
        return EmailAddress.matches(text);
    }

    /** Whether the text is a host name of at most 253 characters (RFC 1034, section 3.5). */
    @Overload("is_hostname")
    public static boolean isHostname(String text) {
        return Hostname.matches(text);
    }

    /** Whether the text is an IPv4 (RFC 3986, section 3.2.2) or IPv6 address (RFC 4291, section 2.2). */
    @Overload("is_ip_unary")
    public static boolean isIp(String text) {
        return isIp(text, ANY_VERSION);
    }

    /** Whether the text is an IP address of version 4 or 6, or of either for 0; of no other version is there any. */
    @Overload("is_ip")
    public static boolean isIp(String text, long version) {
        return (version == 4 || version == ANY_VERSION) && Ipv4Address.matches(text)
                || (version == 6 || version == ANY_VERSION) && Ipv6Address.matches(text);
    }

    /** Whether the text is an IP address with the length of a prefix (RFC 4632, section 3.1; RFC 4291, section 2.3). */
    @Overload("is_ip_prefix")
    public static boolean isIpPrefix(String text) {
        return isIpPrefix(text, ANY_VERSION, false);
    }

    /** As {@link #isIpPrefix(String)}, of one version only, as for {@link #isIp(String, long)}. */
    @Overload("is_ip_prefix_int")
    public static boolean isIpPrefix(String text, long version) {
        return isIpPrefix(text, version, false);
    }

    /** As {@link #isIpPrefix(String)}; if {@code strict}, all bits behind the prefix must be zero. */
    @Overload("is_ip_prefix_bool")
    public static boolean isIpPrefix(String text, boolean strict) {
        return isIpPrefix(text, ANY_VERSION, strict);
    }

    /** As {@link #isIpPrefix(String, long)} and {@link #isIpPrefix(String, boolean)} at once. */
    @Overload("is_ip_prefix_int_bool")
    public static boolean isIpPrefix(String text, long version, boolean strict) {
        return (version == 4 || version == ANY_VERSION) && Ipv4Address.matchesPrefix(text, strict)
                || (version == 6 || version == ANY_VERSION) && Ipv6Address.matchesPrefix(text, strict);
    }

    /** Whether the text is a URI with a scheme (RFC 3986, section 3). */
    @Overload("is_uri")
    public static boolean isUri(String text) {
        return Uri.matches(text);
    }

    /** Whether the text is a URI or a relative reference (RFC 3986, section 4.1). */
    @Overload("is_uri_ref")
    public static boolean isUriRef(String text) {
        return Uri.matchesReference(text);
    }

    /** Whether the text is a host with a port; without one too, unless it is required (RFC 3986, section 3.2). */
    @Overload("string_bool_is_host_and_port_bool")
    public static boolean isHostAndPort(String text, boolean portRequired) {
        return HostAndPort.matches(text, portRequired);
    }

    /** The number of code points, as CEL's {@code size} counts a string. */
    public static int length(String text) {
        return TextLength.codePoints(text);
    }

    /**
     * The number of bytes in UTF-8, as the rules {@code len_bytes}, {@code min_bytes} and {@code max_bytes} count them:
     * an unpaired surrogate as three. (CEL's {@code bytes(text).size()} writes a question mark for it and counts one.)
     */
    @Overload("postroad_utf8_length")
    public static long utf8Length(String text) {
        return TextLength.utf8Bytes(text);
    }

    /** Whether the text is a host name or an IP address. */
    @Overload("postroad_is_address")
    public static boolean isAddress(String text) {
        return isHostname(text) || isIp(text);
    }

    /** Whether the text is a UUID with hyphens (RFC 9562, section 4). */
    @Overload("postroad_is_uuid")
    public static boolean isUuid(String text) {
        return Identifier.isUuid(text);
    }

    /** Whether the text is a UUID without hyphens. */
    @Overload("postroad_is_trimmed_uuid")
    public static boolean isTrimmedUuid(String text) {
        return Identifier.isTrimmedUuid(text);
    }

    /** Whether the text is a ULID. */
    @Overload("postroad_is_ulid")
    public static boolean isUlid(String text) {
        return Identifier.isUlid(text);
    }

    /** Whether the text is the name of a header of HTTP; if not {@code strict}, whether it does no harm as one. */
    @Overload("postroad_is_header_name")
    public static boolean isHeaderName(String text, boolean strict) {
        return strict ? HttpHeader.isName(text) : HttpHeader.isHarmless(text);
    }

    /** Whether the text is the value of a header of HTTP; if not {@code strict}, whether it does no harm as one. */
    @Overload("postroad_is_header_value")
    public static boolean isHeaderValue(String text, boolean strict) {
        return strict ? HttpHeader.isValue(text) : HttpHeader.isHarmless(text);
    }
}
