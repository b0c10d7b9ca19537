"""Text whose lines were broken for the way only (format=flowed, RFC 3676)."""


def unflowed(text: str, *, delete_space: bool) -> str:
    """The text with its soft line ends taken out, at the same depth of quotation only."""
    lines: list[list[str]] = []
    open_depth = -1  # The depth of quotation of a line that goes on in the next one.
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        kept = content[:-1] if flows and delete_space else content
        if open_depth == depth and content != "-- ":
            lines[-1].append(kept)
        else:
            lines.append([f"{'>' * depth} " if depth else "", kept])
        open_depth = depth if flows else -1
    return "\n".join("".join(pieces) for pieces in lines)
