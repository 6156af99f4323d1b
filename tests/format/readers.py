"""What the program writes, read by PyYAML: its own reader and libyaml's. Files: a YAML list, the same as JSON."""
import json
import sys

import yaml


def text_of(entry):
    return entry["text"] if isinstance(entry, dict) else entry


def compare(name, loader, source, expected):
    found = [text_of(entry) for entry in yaml.load(source, Loader=loader)]
    wrong = [(i, e, f) for i, (e, f) in enumerate(zip(expected, found)) if e != f or not isinstance(f, str)]
    for i, e, f in wrong[:5]:
        print(f"{name}: text {i} is {e!r} and was read as {f!r}")
    good = not wrong and len(found) == len(expected)
    print(f"{name}: {len(found)} of {len(expected)} texts read, {len(wrong)} of them differently")
    return good


source = open(sys.argv[1], encoding="utf-8").read()
expected = json.load(open(sys.argv[2], encoding="utf-8"))
loaders = [("PyYAML", yaml.SafeLoader)]
if hasattr(yaml, "CSafeLoader"):
    loaders.append(("PyYAML on libyaml", yaml.CSafeLoader))
results = [compare(name, loader, source, expected) for name, loader in loaders]
print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
sys.exit(0 if all(results) else 1)
