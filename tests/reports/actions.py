"""Actions as CSV and iCalendar against the same as JSON: what other readers give back.

  python3 actions.py FOLDER     csv, raw.csv, json, and calendar.txt (by calendar_read) in it

Written without a look at the program: the rules are those of format/csv.h, outgoing.h and icalendar.h.
"""
import csv
import datetime
import json
import re
import sys

folder = sys.argv[1]
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        if failed < 20:
            print('not so:', what)


MARKED = re.compile('[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]')


def outgoing(text):
    """What leaves of a text."""
    return MARKED.sub('\ufffd', (text or '').replace('\r\n', '\n').replace('\r', '\n'))


FORMULA = '=+-@\t\n\uff1d\uff0b\uff0d\uff20'


def unheld(field):
    """A field without the apostrophe that keeps it from being a formula."""
    bare = field.lstrip("'")
    return field[1:] if field.startswith("'") and bare and bare[0] in FORMULA else field


def assents(row, only_to_ask):
    said = []
    for one in row['assents']:
        if only_to_ask and not one['to_ask']:
            continue
        text = one['id'] + ' ' + one['state']
        if one['by'] and one['to_ask']:
            text += ', by ' + one['by']
        if one['words']:
            text += ': ' + one['words']
        said.append(text)
    return '; '.join(said)


def flat(row):
    """A row of JSON as the fields of CSV."""
    out = {}
    for key, value in row.items():
        if key in ('owner', 'asked_by'):
            out[key] = value['id'] if value else ''
            out[key + '_name'] = value['name'] if value else ''
        elif key == 'partners':
            out[key] = ', '.join(partner['id'] for partner in value)
        elif key == 'assents':
            out[key] = assents(row, False)
        elif key == 'assent_to_ask':
            out[key] = assents(row, True)
        elif isinstance(value, bool):
            out[key] = 'yes' if value else 'no'
        elif isinstance(value, list):
            out[key] = ', '.join(value)
        else:
            out[key] = '' if value is None else str(value)
    return out


def read_csv(name):
    with open(folder + '/' + name, newline='', encoding='utf-8') as file:
        text = file.read()
    return text, list(csv.DictReader(text.lstrip('\ufeff').splitlines(keepends=True)))


whole = json.load(open(folder + '/json', encoding='utf-8'))
rows = whole['actions']
held_text, held = read_csv('csv')
raw_text, raw = read_csv('raw.csv')
check(raw_text.startswith('\ufeff') and not held_text.startswith('\ufeff'), 'byte order mark')
check(held_text.endswith('"\r\n'), 'the last row ends in CRLF')
check(len(held) == len(rows) and len(raw) == len(rows), 'as many rows')
for row, one, other in zip(rows, held, raw):
    wanted = flat(row)
    check(set(one) == set(wanted), 'the columns of CSV are the keys of JSON')
    for key, value in wanted.items():
        where = (row['id'], key)
        check(unheld(one[key]) == outgoing(value), ('csv', where, one[key][:80], value[:80]))
        check(other[key] == outgoing(value), ('raw csv', where, other[key][:80], value[:80]))
        check(one[key][:1] not in FORMULA or not one[key], ('a formula', where))

counts = whole['counts']
for kind, key in (('agreement', 'agreements'), ('evidence', 'evidence'), ('answer', 'answers'),
                  ('engagement', 'engagement')):
    check(sum(row['type'] == kind for row in rows) == counts[key], ('counted', kind))
check(sum(row['late'] for row in rows) == counts['late'], 'counted late')
keys = [(not row['late'],) for row in rows]
check(keys == sorted(keys), 'what is late stands first')

# Days, by record and what they are for.
days = {}
for row in rows:
    if row['type'] != 'agreement':
        if row['due']:
            days[row['id'], row['type']] = days.get((row['id'], row['type']), []) + [(row['due'], row)]
        continue
    if not row['outstanding']:
        continue
    found = [('due', row['due'])] if row['due'] else []
    found += [('review-%d' % (i + 1), day) for i, day in enumerate(row['review_on'])]
    found += [('revisit', row['revisit'])] if row['priority'] == 'deferred' and row['revisit'] else []
    found += [('assent-' + one['id'], one['by']) for one in row['assents'] if one['to_ask'] and one['by']]
    for mark, day in found:
        days[row['id'], mark] = days.get((row['id'], mark), []) + [(day, row)]

events = [line.rstrip('\n').split('\t') for line in open(folder + '/calendar.txt', encoding='utf-8', newline='\n')]
unescape = {'n': '\n', 't': '\t', '\\': '\\'}
check(len(events) == sum(map(len, days.values())), ('as many events as days', len(events)))
check(len({event[0] for event in events}) == len(events), 'each UID once')
for uid, begins, ends, stamped, sequence, summary, description in events:
    named = re.fullmatch(r'[0-9a-f]{16}-([ACE][0-9]+)-([A-Za-z0-9_-]+)@candour', uid)
    check(named is not None, ('UID', uid))
    if not named:
        continue
    description = re.sub(r'\\(.)', lambda m: unescape[m[1]], description)
    summary = re.sub(r'\\(.)', lambda m: unescape[m[1]], summary)
    fits = [row for day, row in days.get((named[1], named[2]), [])
            if day == begins and outgoing(row['text'].lstrip(' \t\r\n')) in description]
    check(fits, ('an event of the record', uid, begins))
    if ends != '0000-00-00':
        check(datetime.date.fromisoformat(ends) - datetime.date.fromisoformat(begins) == datetime.timedelta(days=1),
              ('ends the next day', uid, begins, ends))
    check(re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}Z', stamped), ('DTSTAMP in UTC', stamped))
    check(sequence.isdigit(), ('SEQUENCE', sequence))
    words = summary.split(': ', 1)[1] if ': ' in summary else ''
    check(any(outgoing(row['text'].lstrip(' \t\r\n')).split('\n')[0].startswith(words.removesuffix('...')) for row in fits),
          ('SUMMARY', uid, summary))

print(f'{passed} passed, {failed} failed')
sys.exit(failed > 0 or passed == 0)
