"""The files of mutate.js by another validator, python3-jsonschema: it says of each what ajv says.

python3 second.py SCHEMA READ    READ: what mutate.js read, with ajv's word on each
"""
import json
import re
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
cases = json.load(open(sys.argv[2], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)


def exact(pattern):
    """Python's `$` is also true before a last line end, that of JSON Schema (ECMA 262) is not."""
    return re.sub(r"\$(?=$|\))", r"\\Z", pattern)


def walk(node):
    if isinstance(node, dict):
        node = {exact(k) if k.startswith("^x-") else k: walk(v) for k, v in node.items()}
        if isinstance(node.get("pattern"), str):
            node["pattern"] = exact(node["pattern"])
        return node
    return [walk(one) for one in node] if isinstance(node, list) else node


validator = jsonschema.Draft202012Validator(walk(schema))
failed = 0
for case in cases:
    if validator.is_valid(case["value"]) != case["good"]:
        failed += 1
        print(f"{case['name']}: ajv says {'good' if case['good'] else 'bad'}, python3-jsonschema does not")
print(f"a second validator: {len(cases) - failed} passed, {failed} failed")
sys.exit(1 if failed or not cases else 0)
