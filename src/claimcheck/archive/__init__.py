"""Articles of the past in one SQLite file, and what a draft says otherwise than they did."""

from claimcheck.archive.store import Archive, Kept, open_to_read, open_to_write, verify

__all__ = ["Archive", "Kept", "open_to_read", "open_to_write", "verify"]
