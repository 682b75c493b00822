"""Runs the sector's own SSDA903 validator over several collections and writes the rows that it finds.

    python sector_validator.py JOBS.json ANSWERS.json

JOBS: [{"name", "year", "authority", "rules": [code], "now": [path], "last": [path]}]; `year` is the year in which
the collection ends. ANSWERS: {name: {"found": {rule: [[table, index]]}, "skipped": [rule], "failed": [rule], "seconds"}};
an index counts the data rows of a file from 0. The collections before 2023 run the rules of 2023 on their own dates.
"""

import json
import logging
import sys
import time
from pathlib import Path

from lac_validator.lac_validator import LacValidator
from lac_validator.rules.ruleset_utils import get_year_ruleset

FIRST_RULES = 2023


def uploads(paths, description):
    return [{"name": Path(p).name, "file_content": Path(p).read_bytes(), "description": description} for p in paths]


def rows_found(results):
    found = {}
    for table, frame in results.items():
        marks = [c for c in getattr(frame, "columns", []) if c.startswith("ERR_")]
        for mark in marks:
            for index in frame.index[frame[mark].fillna(False).astype(bool)]:
                found.setdefault(mark[len("ERR_"):], []).append([table, int(index)])
    return found


def codes(items):
    return [str(getattr(item, "code", item)) for item in items]


def run(job):
    registry = get_year_ruleset(str(max(int(job["year"]), FIRST_RULES)))
    files = uploads(job["now"], "This year") + uploads(job["last"], "Prev year")
    known = [code for code in job["rules"] if code in registry]
    started = time.perf_counter()
    validator = LacValidator(
        metadata={"collectionYear": str(job["year"]), "localAuthority": job["authority"]},
        files=files,
        registry=registry,
        selected_rules=known,
    )
    seconds = time.perf_counter() - started
    return {
        "found": rows_found(validator.ds_results),
        "skipped": codes(validator.skips),
        "failed": codes(validator.fails),
        "seconds": round(seconds, 3),
    }


def main(jobs_path, answers_path):
    logging.disable(logging.CRITICAL)
    jobs = json.loads(Path(jobs_path).read_text(encoding="utf-8"))
    Path(answers_path).write_text(json.dumps({job["name"]: run(job) for job in jobs}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
