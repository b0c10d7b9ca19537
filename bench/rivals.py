"""neomutt and aerc on a Maildir, as the terminal programs to be thinner than."""

import shutil
from pathlib import Path

from bench.mail import maildir

MESSAGES = 300


def neomutt(folder: Path) -> tuple[str, ...] | None:
    """The command that opens neomutt on made-up mail; None where it is not installed."""
    if shutil.which("neomutt") is None:
        return None
    settings = folder / "muttrc"
    settings.write_text(
        "set mbox_type=Maildir sleep_time=0 mail_check=0 header_cache='' quit=yes\n"
        f"set record='' postponed='' trash='' timeout=600 folder={_mail(folder).parent}\n"
    )
    return ("neomutt", "-n", "-F", str(settings), "-f", str(_mail(folder)))


def aerc(folder: Path) -> tuple[tuple[str, ...], dict[str, str]] | None:
    """The command that opens aerc on the same, and its environment."""
    if shutil.which("aerc") is None:
        return None
    home = folder / "aerc"
    (home / "aerc").mkdir(parents=True, exist_ok=True)
    accounts = home / "aerc" / "accounts.conf"
    accounts.write_text(
        f"[bench]\nsource = maildir://{_mail(folder).parent}\ndefault = INBOX\n"
        "from = Me <me@example.org>\n"
    )
    accounts.chmod(0o600)
    return ("aerc",), {"XDG_CONFIG_HOME": str(home), "HOME": str(folder)}


def _mail(folder: Path) -> Path:
    path = folder / "mail" / "INBOX"
    if not path.exists():
        maildir(path, MESSAGES)
    return path
