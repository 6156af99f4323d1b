"""JSON of documents read back: strict, no key twice, and every challenge word for word."""
import glob
import json
import os
import sys

passed = 0
failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(what)


def once(pairs):
    keys = [key for key, _ in pairs]
    check(len(keys) == len(set(keys)), f"a key stands twice: {keys}")
    return dict(pairs)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    check(data.endswith(b"}\n"), f"{path} does not end in a line")
    text = data.decode("utf-8")
    unsafe = [c for c in text if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u202e\ufeff"]
    check(not unsafe, f"{path} holds {unsafe[:5]}")
    return json.loads(text, object_pairs_hook=once)


def words(path):
    """Id and words as put of each challenge, as the session has them."""
    with open(path, encoding="ascii") as file:
        rows = [line.split() for line in file]
    return {row[0]: bytes.fromhex(row[1] if len(row) > 1 else "").decode("utf-8") for row in rows}


def main():
    folder = sys.argv[1]
    for path in sorted(glob.glob(os.path.join(folder, "*.json")) + glob.glob(os.path.join(folder, "awkward", "*.json"))):
        read(path)
    challenges = 0
    for path in sorted(glob.glob(os.path.join(folder, "awkward", "*.texts"))):
        minutes = read(path[: -len("texts")] + "minutes.json")
        said = {row["id"]: row["put"] for row in minutes["challenges"] if not row["withheld"]}
        check(said == words(path), f"{path}: other words came back")
        challenges += len(said)
    check(challenges > 20, f"only {challenges} challenges were compared")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
