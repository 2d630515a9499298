"""What can go wrong, as one tree. Every message says what, where and what to do.

BiasAuditError
├── ReadError               a file that cannot be read (becomes a Failure in a run)
│   ├── UnsupportedFormat
│   ├── Encrypted
│   ├── Damaged
│   ├── Empty
│   ├── TooLarge
│   ├── TooSlow
│   ├── Crashed
│   └── Internal
├── LexiconError            an entry that is not valid
├── SettingsError           a setting that is not valid
└── StoreError              the app's store cannot be used: the work goes on without it
"""


class BiasAuditError(Exception):
    """The base of all our errors."""

    code = "error"


class ReadError(BiasAuditError):
    """A file cannot be read."""

    code = "unreadable"


class UnsupportedFormat(ReadError):
    """The content is of a kind that we do not read."""

    code = "unsupported"


class Encrypted(ReadError):
    """The file is protected by a password."""

    code = "encrypted"


class Damaged(ReadError):
    """The file is broken or not what it claims to be."""

    code = "damaged"


class Empty(ReadError):
    """The file has no bytes."""

    code = "empty"


class TooLarge(ReadError):
    """The file, or what it would inflate to, is over a limit."""

    code = "too-large"


class TooSlow(ReadError):
    """Reading the file took longer than the limit."""

    code = "too-slow"


class Crashed(ReadError):
    """The process that read the file ended: the file is damaged, or made to do that."""

    code = "crashed"


class Internal(ReadError):
    """A reader met something that it was not written for: our mistake, not the file's."""

    code = "internal"


class LexiconError(BiasAuditError):
    """A lexicon entry is not valid: names file, line, entry and what to do."""

    code = "lexicon"


class SettingsError(BiasAuditError):
    """A setting is not valid."""

    code = "settings"


class StoreError(BiasAuditError):
    """The app's store is locked, full, damaged or cannot be opened."""

    code = "store"


class Stopped(BaseException):
    """Somebody no longer wants what is being read. As with KeyboardInterrupt, no ``except Exception`` holds it."""
