package dev.rollcall.http.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which names clients may use for a server that lets everybody in: those of the loopback, and the
/// ones given here.
///
/// A web page can have its own name resolve to this machine (DNS rebinding), and a browser then
/// takes the server for a part of that page. But it still sends the page's name in `Host`.
///
/// @param names in lower case, without ports
public record AllowedHosts(Set<String> names) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

    /// A name or an address, and perhaps a port.
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([^\\[\\]]*)]|([^:\\[\\]]*))(?::[0-9]*)?");

    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(.*)");

    /// @param names in any case
    public AllowedHosts {
        names = names.stream().map(AllowedHosts::normal).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether this is a name or an address, and nothing more.
    public static boolean isName(String text) {
        return NAME.matcher(normal(text)).matches() || address(text).isPresent();
    }

    /// Whether a request may be answered.
    ///
    /// @param hosts the values of its `Host` lines; a browser always sends one
    /// @param origins the values of its `Origin` lines, which name the page that a browser sends
    ///   the request for; other clients send none
    public boolean allow(List<String> hosts, List<String> origins) {
        return !hosts.isEmpty()
                && hosts.stream().allMatch(this::isAllowed)
                && origins.stream().allMatch(this::isAllowedOrigin);
    }

    private boolean isAllowedOrigin(String origin) {
        Matcher matcher = ORIGIN.matcher(origin);
        return matcher.matches() && isAllowed(matcher.group(1));
    }

    private boolean isAllowed(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            return false;
        }
        String host = normal(matcher.group(matcher.start(1) < 0 ? 2 : 1));
        return names.contains(host) || isLoopback(host);
    }

    /// All names that end in `.localhost` mean the loopback, by RFC 6761.
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Case and a dot at the end mean nothing in a name.
    private static String normal(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
