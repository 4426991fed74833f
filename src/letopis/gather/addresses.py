"""An address of the network or the web → whether a stranger may send us there."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

# Python's `is_global` calls several of these global (6to4, NAT64's neighbours, multicast), so the list is our own.
CLOSED_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, the clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
)
# Of IPv6 only the block given out to the public is open; mapped, NAT64, ULA, site-local and multicast lie outside it.
OPEN_6 = IPv6Network("2000::/3")
CLOSED_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo, ORCHID and other protocols
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation
    )
)
SCHEMES = ("http", "https")


def is_public(address: str) -> bool:
    """Say whether an IP address, as a socket is about to be connected to it, belongs to the public network."""
    try:
        parsed = ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return public_4(parsed) if isinstance(parsed, IPv4Address) else public_6(parsed)


def public_4(address: IPv4Address) -> bool:
    """Say whether an IPv4 address is public."""
    return not any(address in network for network in CLOSED_4)


def public_6(address: IPv6Address) -> bool:
    """Say whether an IPv6 address is public."""
    return address in OPEN_6 and not any(address in network for network in CLOSED_6)


def fault_of(url: str) -> str | None:
    """Say what is wrong with a web address before anything is sent; None where nothing is."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "not an address"
    if parts.scheme.lower() not in SCHEMES:
        return f"{parts.scheme or 'no'}: is not a kind of address we open"
    if parts.username is not None or parts.password is not None:
        return "an address with a user name in it"
    return None if host else "an address without a host"


def led_to(url: str, location: str) -> str:
    """Return the address a redirect leads to, which may be given in part."""
    return urljoin(url, location.strip())
