"""Grove of a channel's preview → the leaves of its messages, which are short, and all of them news."""

from letopis.page.tree import Grove

# The names that Telegram's own preview of public channels gives: t.me/s/…
MESSAGE, QUOTED = "tgme_widget_message_text", "js-message_reply_text"


def messages_of(page: Grove) -> list[int]:
    """Return the leaves of a channel's messages, none where the page is no channel's preview."""
    inside: set[int] = set()
    for index, node in enumerate(page.nodes):
        names = (node.attributes.get("class") or "").split()
        if MESSAGE in names and QUOTED not in names:
            inside.update(range(index, max(page.ends[index], index + 1)))
    return [at for at, leaf in enumerate(page.leaves) if leaf.element in inside]
