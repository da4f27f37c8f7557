"""`python -m bench.similar FOLDER…`: how often notes that are pointed out as similar belong
together, in what other groups wrote (A9).

Each folder holds a `comments.csv` as the deliberation tool Polis gives it out, which stays where it
is. Two of its comments belong together where a group that sorts them would put both under one
title; which do, a person judged once, and wrote down by their numbers in `similar_judged.csv`.
"""

import csv
import sys
import time
from pathlib import Path

from footpath.method.audiences.similar_notes import MOST_OFFERED
from footpath.method.words.alike import pairs_alike

JUDGED = Path(__file__).with_name("similar_judged.csv")
EVERY = 1_000


def main(folders: list[Path]) -> None:
    """Print a line for each folder, and what nobody judged yet."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        judged = {
            (row["folder"], int(row["one"]), int(row["other"])): row["together"] == "yes"
            for row in csv.DictReader(file)
        }
    for folder in folders:
        texts = _texts(folder)
        began = time.process_time()
        pairs = pairs_alike(texts, EVERY)
        took = (time.process_time() - began) * 1000
        print(f"{folder.name}: {len(texts)} comments, {took:.0f} ms")
        for named, some in (("offered at once", pairs[:MOST_OFFERED]), ("in all", pairs)):
            known = [judged.get((folder.name, *pair)) for pair in some]
            print(f"  {named}: {len(some)} pairs, {known.count(True)} belong together")
            for pair, is_known in zip(some, known, strict=True):
                if is_known is None:
                    print(f"    not judged: {pair}: {texts[pair[0]]} | {texts[pair[1]]}")


def _texts(folder: Path) -> dict[int, str]:
    """What was said, without what the hosts of the deliberation rejected."""
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(row["comment-id"]): row["comment-body"]
            for row in csv.DictReader(file)
            if row["moderated"] != "-1"
        }


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
