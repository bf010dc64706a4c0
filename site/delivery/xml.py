"""Text that may stand in an XML document."""

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return text without the characters that XML 1.0 forbids, which pasted text may bring along."""
    return _NOT_IN_XML.sub("", text)
