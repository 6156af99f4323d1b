// Every field of every mapping with right and wrong values, made from the tables: ajv and `candour check` say the same.
//   node mutate.js CANDOUR SCHEMA TABLE FOLDER     the files are written to FOLDER
const fs = require('fs');
const path = require('path');
const { compile, read, refused, checked, close } = require('./common');

const [candour, schema, table, folder] = process.argv.slice(2);
const { file: FILE, events: EVENTS } = JSON.parse(fs.readFileSync(table, 'utf8'));
const BASE = read(fs.readFileSync(path.join(__dirname, 'base.yaml'), 'utf8')).value;

// --- YAML ---

// A value as it stands in the file.
class Raw {
  constructor(text) {
    this.text = text;
  }
}
const raw = (text) => new Raw(text);

function emit(value, indent) {
  if (value instanceof Raw) return ` ${value.text}\n`;
  if (Array.isArray(value) && value.length > 0)
    return `\n${value.map((e) => `${indent}-${emit(e, `${indent}  `).replace(/^\n *(?=\S)/, ' ')}`).join('')}`;
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0)
    return `\n${Object.entries(value).map(([key, v]) => `${indent}${key}:${emit(v, `${indent}  `)}`).join('')}`;
  return ` ${JSON.stringify(value)}\n`;
}
const write = (document) => emit(document, '').slice(1);
const copy = (value) =>
  value instanceof Raw ? value
  : Array.isArray(value) ? value.map(copy)
  : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copy(v)]))
  : value;

// --- values by type. RIGHT: both take it. WRONG: both refuse it. ELSEWHERE: the fault is one no schema can see. ---

const RIGHT = 'right', WRONG = 'wrong', ELSEWHERE = 'elsewhere', SAME = 'the same of both';
const all = (mode, ...texts) => texts.map((text) => [text, mode]);
const long = (count) => 'a'.repeat(count);

const THERE = {
  agency: 'CSC', person: 'CHR', priority: 'P1', learning: 'L1', finding: 'F2', recommendation: 'R1', item: 'I3',
  kind: 'design', question: 'Q1', proposal: 'D1', challenge: 'C1', agreement: 'A1', engagement: 'E1', note: 'N1',
  BOARD: 'BOARD', CHAIR: 'CHAIR', NATIONAL: 'NATIONAL', end: 'end',
};
const RECORDS = ['challenge', 'agreement', 'engagement', 'note', 'proposal'];
const WORDS = ['BOARD', 'CHAIR', 'NATIONAL', 'end'];
const isRecord = (ref) => RECORDS.includes(ref);
const isFree = (ref) => !isRecord(ref) && !WORDS.includes(ref) && ref !== 'none' && ref !== 'alone';

function codes(field) {
  const letter = { challenge: 'C', agreement: 'A', engagement: 'E', note: 'N', proposal: 'D' }[field.refs[0]];
  const never = ["'a b'", 'a.b', 'é', long(17), 'BOARD', 'none', 'end', '[a]', '{a: b}', "''", '1.5', "'x\\n'"];
  if (letter === 'D')
    return [...all(RIGHT, 'D7', `D${'7'.repeat(15)}`), ...all(WRONG, ...never, 'D', 'd7', 'X7', '7', 'A7')];
  if (letter !== undefined)
    return [...all(RIGHT, `${letter}7`, `'${letter}999999'`),
      ...all(WRONG, ...never, letter, `${letter}0`, `${letter}01`, `${letter}1000000`, 'X7', '7', 'D7', 'true')];
  return [...all(RIGHT, 'Z9x-_', long(16), '12', "'012'", '012', 'true', 'NO', "'-'", 'C', 'CA1', '1234567890123456'),
    ...all(WRONG, ...never, 'C1', 'D12', 'NATIONAL', '12345678901234567')];
}

function references(field, wrap) {
  const right = field.refs.filter((ref) => THERE[ref] !== undefined).map((ref) => THERE[ref]);
  const free = field.refs.some(isFree);
  const wrong = ["'a b'", '[[a]]', '{a: b}', long(17), 'é',
    ...WORDS.filter((word) => !field.refs.includes(word)),
    ...RECORDS.filter((ref) => !field.refs.includes(ref)).map((ref) => THERE[ref])];
  const elsewhere = [...(free ? ['ZZZ'] : []), ...field.refs.filter(isRecord).map((ref) => `${THERE[ref][0]}999`)];
  if (!free) wrong.push('ZZZ', '12');
  return [...all(RIGHT, ...right.map(wrap)), ...all(WRONG, ...wrong.map(wrap)), ...all(ELSEWHERE, ...elsewhere.map(wrap))];
}

const LINES_WRONG = ['[a]', '{a: b}', long(65537), '"nul\\0"'];
const LINES_RIGHT = ['Plain words', '12', '-1.5', 'true', "'12: 30'", '"tab\\there"', 'yes', '"\\x1b"', long(65536), '"\u{1F642}"'];
const DAYS_RIGHT = ['2027-03-31', "'2028-02-29'", '0001-01-01', '9999-12-31', '2000-02-29', '2027-04-30', '0400-02-29'];
const DAYS_WRONG = ['2027-02-29', '1900-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-01-32', '2027-01-00',
  '0000-01-01', '0000-02-29', '27-03-31', '2027-3-31', '20270331', '2027-03-31T10:00:00Z', 'ongoing', "''", '{a: b}', '31'];
const STAMPS_RIGHT = ['2027-02-08T13:02:00.000+00:00', '2027-02-08T13:02:00Z', "'2027-02-08t14:02:00.0+01:00'",
  '2027-02-08T13:02:00.000000000z', '2027-02-08T08:32:00-04:30'];
const STAMPS_WRONG = ['2027-02-08', '2027-02-08T13:02:00', '2027-02-08 13:02:00Z', '2027-02-30T13:02:00Z', '2027-02-08T24:00:00Z',
  '2027-02-08T13:60:00Z', '2027-02-08T13:02:61Z', '2027-02-08T13:02:00.Z', '2027-02-08T13:02:00.0000000000Z',
  '2027-02-08T13:02:00+24:00', '2027-02-08T13:02:00+00:60', '2027-02-08T13:02Z', "''", '[a]'];

const figures = (field, forms) => {
  const inside = (v) => v >= field.least && v <= field.most && !(field.notZero && v === 0);
  const near = [field.least, field.most, 0, 1, 59, 60, 61, 90].flatMap((v) => [v - 1, v, v + 1]);
  return [...new Set(near)].flatMap((v) => forms(v).map((text) => [text, inside(v) ? RIGHT : WRONG]));
};
function minutes(field) {
  const two = (v) => String(v).padStart(2, '0');
  const forms = (v) => {
    const size = Math.abs(v), sign = v < 0 ? '-' : '', hours = Math.floor(size / 60), rest = size % 60;
    const texts = [`${v}`, `'${v}'`, `${v}m`, `${sign}${hours}h${two(rest)}`, `${sign}${hours}:${two(rest)}`,
      `${sign}00${size}m`, `${sign}${hours}h${rest}`];
    if (rest === 0) texts.push(`${sign}${hours}h`);
    if (v >= 0) texts.push(`+${v}`, `+${v}m`);
    return texts;
  };
  return [...figures(field, forms), ...all(WRONG, 'ten', '10 m', '1h60', '1:5', '1:60', 'h', 'm', "''", '[10]', '10s', '1.5', '1h005', '10M')];
}
const counts = (field) => [...figures(field, (v) => [`${v}`, `'${v}'`]),
  ...all(WRONG, 'one', '1.5', "''", "'01'", "'+1'", '[1]', "'1000000000'", '10m')];

function byType(field) {
  switch (field.type) {
    case 'line': return [...all(RIGHT, ...LINES_RIGHT), ...all(WRONG, ...LINES_WRONG, '"two\\nlines"', '"a\\r"')];
    case 'text': return [...all(RIGHT, ...LINES_RIGHT, '"two\\nlines"'), ...all(WRONG, ...LINES_WRONG)];
    case 'id': return codes(field);
    case 'ref': return references(field, (text) => text);
    case 'refs': return [...references(field, (text) => `[${text}]`), ...all(WRONG, THERE[field.refs[0]], "['']", '[~]', '[none]'),
      ...all(field.refs.includes('none') ? RIGHT : WRONG, 'none')];
    case 'lines': return [...all(RIGHT, "[a, 'b: c', 12, true, '']"), ...all(WRONG, 'a', '[~]', '["a\\nb"]', '[[a]]', '[{a: b}]', `[${long(65537)}]`)];
    case 'paths': return [...all(RIGHT, '[more.yaml]', '[./more.yaml]', "['sub/../more.yaml']"),
      ...all(WRONG, 'more.yaml', '[/etc/more.yaml]', "['../more.yaml']", "['.//../more.yaml']", "['..']", "['']", '[~]', '[[more.yaml]]'),
      ...all(ELSEWHERE, "['sub/../../more.yaml']", '[gone.yaml]')];
    case 'date': return [...all(RIGHT, ...DAYS_RIGHT), ...all(WRONG, ...DAYS_WRONG)];
    case 'dates': return [...all(RIGHT, `[${DAYS_RIGHT.join(', ')}]`), ...all(WRONG, ...DAYS_WRONG.map((text) => `[${text}]`), '2027-03-31', '[~]')];
    case 'time': return [...all(RIGHT, '13:30', "'00:00'", '23:59', '09:05'), ...all(WRONG, '24:00', '9:05', '13.30', '810', '13:60', "''", '[1]')];
    case 'stamp': return [...all(RIGHT, ...STAMPS_RIGHT), ...all(WRONG, ...STAMPS_WRONG)];
    case 'minutes': return minutes(field);
    case 'count': return counts(field);
    case 'choice': return [...all(RIGHT, ...field.choices, `'${field.choices[0]}'`), ...all(WRONG, 'other', field.choices[0].toUpperCase(), '12', "''", '[a]', '{a: b}')];
    case 'yes-no': return [...all(RIGHT, 'yes', 'no', 'true', 'false', "'yes'", "'false'"), ...all(WRONG, 'Yes', 'on', '1', 'maybe', "''", '[yes]')];
    case 'map': return all(WRONG, '[a]', 'a', "''", '[]');
    case 'maps': return all(WRONG, '{a: b}', 'a', "''", '[~]', '[a]', '[[a]]', "['']");
    case 'set': return all(WRONG, '[a]', 'a', '[]');
  }
  throw new Error(`a type the test does not know: ${field.type}`);
}

// Nothing, in each of its forms.
function nothing(field, needed, event) {
  const empty = { map: '{}', maps: '[]', refs: '[]', lines: '[]', paths: '[]', dates: '[]', set: '{}' }[field.type];
  const texts = ['', '~', ...(empty !== undefined ? [empty] : [])];
  const blank = ['line', 'text', ...(event ? ['ref'] : [])].includes(field.type) ? ["''", '" \\t"'] : [];
  return all(field.required ? WRONG : needed.includes(field.key) ? SAME : RIGHT, ...texts, ...blank);
}

// --- cases ---

const cases = [];
const add = (name, mode, document) => cases.push({ name, mode, text: write(document) });

// Of what the meeting as a whole is asked, not the schema: the values are right, and may have no place here.
const LOOSE = [/^outcome/, /^file\.proposals\.(from|superseded_by)/, /^extend\.minutes/, /^start\.back/, /^gap\./, /^(undo|redo)\.of/, /^events\.at/];
const ASKS = (shape) => shape.needs.flatMap((need) => [need.key, need.other, need.asks]);

// Another record has other fields in its `set`; none takes its own place.
const STRANGE = { 'amend.id': SAME, 'amend.id: A999': ELSEWHERE, 'amend.id: N999': ELSEWHERE,
  'amend agreement.superseded_by: A1': ELSEWHERE };

// HOLD(document) is where the mapping stands in a document made by MAKE.
function mapping(name, shape, make, hold, { event = false, set = false } = {}) {
  const change = (key, value) => {
    const document = make();
    const map = hold(document);
    value === undefined ? delete map[key] : (map[key] = value);
    return document;
  };
  const needed = ASKS(shape);
  add(`${name} as it is`, RIGHT, make());
  add(`${name}.zzz`, WRONG, change('zzz', raw('1')));
  add(`${name}.x-zzz`, RIGHT, change('x-zzz', raw('{a: [1, ~, {b: c}], d: "\\x1b"}')));
  add(`${name}.x-zzz with a NUL`, WRONG, change('x-zzz', raw('{a: ["\\0"]}')));
  add(`${name}.x-zzz too long`, WRONG, change('x-zzz', raw(`[${long(65537)}]`)));
  add(`${name}.x-zzz with a long key`, WRONG, change('x-zzz', raw(`{${long(129)}: 1}`)));
  add(`${name}.x-z...`, WRONG, change(`x-${long(127)}`, raw('1')));
  add(`${name}.x-...`, RIGHT, change(`x-${long(126)}`, raw('1')));
  for (const field of shape.fields) {
    if (field.key === 'events') continue;
    if (set && field.type === 'id') {
      add(`${name}.${field.key}`, WRONG, change(field.key, raw('C1')));
      continue;
    }
    if (field.required && !set) add(`${name} without ${field.key}`, WRONG, change(field.key, undefined));
    const others = shape.needs.some((need) => need.asks === field.key || (need.kind === 'one' && [need.key, need.other].includes(field.key)));
    const asking = shape.needs.flatMap((need) => (set && need.asks === field.key ? need.words : [])); // what the record lacks
    const values = [...byType(field), ...nothing(field, needed, event || set)];
    for (const [text, mode] of values) {
      const full = `${name}.${field.key}: ${text.slice(0, 60)}`;
      const strange = STRANGE[full] ?? STRANGE[`${name}.${field.key}`];
      add(full, strange ?? (asking.includes(text) ? ELSEWHERE : others && mode === RIGHT ? SAME : mode), change(field.key, raw(text)));
    }
  }
}

// The needs of a mapping: each word with and without what it asks for.
function needs(name, shape, make, hold) {
  for (const need of shape.needs) {
    const field = (key) => shape.fields.find((f) => f.key === key);
    const said = { text: '"Because"', date: '2027-03-31', line: 'Somebody', ref: 'CHR' };
    const keys = [need.key, need.other].filter((key) => key);
    const words = need.asks ? [undefined, ...field(need.asks).choices] : [undefined];
    for (const word of words)
      for (let which = 0; which < 1 << keys.length; which++)
        for (const blank of [false, true]) {
          const document = make();
          const map = hold(document);
          if (need.kind === 'names') map.id = raw(which ? 'A1' : 'C1');
          else keys.forEach((key, i) => {
            if (which >> i & 1) map[key] = raw(said[field(key).type]);
            else if (blank) map[key] = raw(field(key).type === 'date' ? '~' : '" "');
            else delete map[key];
          });
          if (need.asks) word === undefined ? delete map[need.asks] : (map[need.asks] = raw(word));
          add(`${name}: ${need.asks} ${word}, with ${which} of ${keys}${blank ? ', blank' : ''}`, SAME, document);
        }
  }
}

// --- the sections ---

// The least that an entry of a list needs, under a code that nothing else has.
let entries = 0;
function entry(shape) {
  const made = {};
  for (const field of shape.fields.filter((f) => f.required))
    made[field.key] = raw(field.type === 'id' ? (field.refs[0] === 'proposal' ? 'D9' : `ZZ${++entries}`) : `"${field.example.replace(/"/g, '\\"')}"`);
  for (const need of shape.needs.filter((n) => n.kind === 'either')) made[need.key] = raw('"Somebody"');
  return made;
}

function sections(name, shape, make, hold) {
  mapping(name, shape, make, hold);
  needs(name, shape, make, hold);
  for (const field of shape.fields.filter((f) => f.shape)) {
    const lists = field.type === 'maps';
    const open = () => {
      const document = make();
      const map = hold(document);
      if (lists && !name.startsWith('outcome')) map[field.key] = [...(map[field.key] ?? []), entry(field.shape)];
      else if (lists) map[field.key] ??= [entry(field.shape)];
      else map[field.key] ??= {};
      return document;
    };
    const inner = (document) => {
      const value = hold(document)[field.key];
      return lists ? value[value.length - 1] : value;
    };
    sections(field.key === 'outcome' || name === 'outcome' ? 'outcome' : `${name}.${field.key}`, field.shape, open, inner);
  }
}

const OUTCOME = {
  as_of: 0, status: 'open', agencies: [{ id: 'CSC' }, { id: 'POL' }], findings: [{ id: 'F1' }, { id: 'F2' }],
  times: ['I1', 'I2', 'I3'].map((item) => ({ item, planned: 1800, granted: 1800, used: 0 })),
};
sections('file', { ...FILE, fields: FILE.fields.filter((f) => f.key !== 'outcome') }, () => copy(BASE), (document) => document);
sections('outcome', FILE.fields.find((f) => f.key === 'outcome').shape, () => ({ ...copy(BASE), outcome: copy(OUTCOME) }), (document) => document.outcome);
add('outcome: nothing', RIGHT, { ...copy(BASE), outcome: raw('~') });
add('outcome: {}', RIGHT, { ...copy(BASE), outcome: raw('{}') });
add('outcome: []', WRONG, { ...copy(BASE), outcome: raw('[]') });

// --- the events, each as the last one after what it needs ---

const at = (minute) => `2027-02-08T13:${String(minute).padStart(2, '0')}:00.000+00:00`;
const SAID = [
  { do: 'open' }, { do: 'start', item: 'I1' }, { do: 'note', id: 'N1', text: 'Kept' },
  { do: 'challenge', id: 'C1', by: 'CSC', to: 'POL', put: 'Why?' }, { do: 'agreement', id: 'A1', text: 'It will be done' },
  { do: 'engagement', id: 'E1', audience: 'Everyone', activity: 'A briefing' },
];
const BEFORE = { resume: [{ do: 'pause' }], reopen: [{ do: 'adjourn' }], confirm: [{ do: 'close' }], redo: [{ do: 'undo', of: raw(at(2)) }] };
const LEAST = {
  open: undefined, start: { item: 'I2' }, pause: {}, resume: {}, extend: { item: 'I2', minutes: 5 }, skip: { item: 'I2' },
  park: { item: 'I2' }, gap: { from: raw(at(2)), until: raw(at(2)), to: raw(at(2)) }, repair: { item: 'I1', minutes: 1, reason: 'Forgot' },
  replan: { items: [{ item: 'I2', minutes: 20 }] }, 'add-item': { id: 'I9', title: 'More', minutes: 5, purpose: 'discussion' },
  'move-item': { item: 'I2' }, 'hand-over': { role: 'chair', to: 'DN' }, attend: { person: 'DN', state: 'present' },
  focus: { finding: 'F1' }, heard: { agency: 'CSC' }, position: { finding: 'F1', position: 'accepted' },
  challenge: { id: 'C9', by: 'CSC', to: 'POL', put: 'Why?' }, agreement: { id: 'A9', text: 'Done' },
  engagement: { id: 'E9', audience: 'All', activity: 'Talk' }, note: { id: 'N9', text: 'Kept' },
  amend: { id: 'N1', set: { text: 'Kept again' } }, assent: { id: 'A1', agency: 'CSC', state: 'agreed' }, withdraw: { id: 'C1' },
  reject: { id: 'D1', reason: 'Covered' }, 'as-is': { finding: 'F1', reason: 'So be it' }, progress: { id: 'A1', text: 'Begun' },
  readback: { item: 'I1' }, assess: { question: 'Q1', answer: 'met' }, undo: { of: raw(at(2)) }, redo: { of: raw(at(2)) },
  adjourn: {}, close: {}, reopen: {}, confirm: {},
};
// Undoing what nothing stands on.
const FEW = { undo: 3, redo: 3 };

function session(word, body, set) {
  const said = word === 'open' ? [{ do: 'open' }] : [...SAID.slice(0, FEW[word] ?? SAID.length), ...(BEFORE[word] ?? []), { do: word, ...copy(body ?? {}) }];
  if (set) Object.assign(said[said.length - 1], set);
  return { ...copy(BASE), events: said.map((event, i) => ({ at: raw(at(i)), ...event })) };
}
const last = (document) => document.events[document.events.length - 1];

for (const [word, shape] of Object.entries(EVENTS)) {
  const make = () => session(word, LEAST[word]);
  mapping(word, shape, make, last, { event: true });
  needs(word, shape, make, last);
  for (const field of shape.fields.filter((f) => f.shape)) {
    const open = () => {
      const document = make();
      last(document)[field.key] ??= [entry(field.shape)];
      last(document)[field.key][0] = Object.fromEntries(field.shape.fields.map((f) => [f.key, { item: 'I2', minutes: 20, agency: 'CSC', reason: 'No' }[f.key]]));
      return document;
    };
    mapping(`${word}.${field.key}`, field.shape, open, (document) => last(document)[field.key][0], { event: true });
  }
}

for (const [word, letter] of [['challenge', 'C'], ['agreement', 'A'], ['engagement', 'E'], ['note', 'N']]) {
  const shape = EVENTS[word];
  const first = shape.fields.find((f) => f.required && f.type === 'text').key;
  const make = () => session('amend', { id: `${letter}1`, set: { [first]: 'Other words' } });
  mapping(`amend ${word}`, shape, make, (document) => last(document).set, { set: true });
  for (const need of shape.needs)
    for (const blank of [undefined, '~', '" "'])
      for (const [i, other] of shape.needs.entries()) {
        const document = make();
        Object.assign(last(document).set, { [need.asks]: raw(need.words[0]), reason: raw('Why'), revisit: raw('2027-05-01') });
        if (blank === undefined) continue;
        last(document).set[other.key] = raw(other.key === 'revisit' ? '~' : blank);
        add(`amend ${word}: ${need.asks}, ${other.key} ${blank} ${i}`, WRONG, document);
      }
}

// --- the list of events, and its entries ---

const events = (value) => ({ ...copy(BASE), events: value });
for (const text of ['', '~', '[]']) add(`events: ${text}`, RIGHT, events(raw(text)));
for (const text of ['a', '{a: b}', '[~]', '[a]', '[[a]]', "''", '[{}]', '[{do: open}]', '[{at: 2027-02-08T13:00:00Z}]'])
  add(`events: ${text}`, WRONG, events(raw(text)));
const opened = [{ at: raw(at(0)), do: raw('open') }];
for (const [text, mode] of [...all(WRONG, ...STAMPS_WRONG, '', '~'), ...all(RIGHT, ...STAMPS_RIGHT)])
  add(`events.at: ${text}`, mode, events([{ at: raw(text), do: raw('open') }]));
for (const text of ['Open', 'opened', '', '~', '[open]', '12', "''"]) add(`events.do: ${text}`, WRONG, events([{ at: raw(at(0)), do: raw(text) }]));
add('events.do quoted', RIGHT, events([{ at: raw(at(0)), do: raw("'open'") }]));
add('events without open', WRONG, events([{ at: raw(at(0)), do: 'start', item: 'I1' }]));
add('events with two opens', WRONG, events([...opened, { at: raw(at(1)), do: 'open' }]));
add('events with a later open', WRONG, events([{ at: raw(at(0)), do: 'start', item: 'I1' }, { at: raw(at(1)), do: 'open' }]));
add('a session that includes', WRONG, { candour: 1, include: ['more.yaml'], ...copy(BASE), events: opened });
add('a session that includes nothing', WRONG, { candour: 1, include: [], ...copy(BASE), events: opened });
const { board, findings, ...lacking } = copy(BASE);
fs.mkdirSync(path.join(folder, 'sub'), { recursive: true });
fs.writeFileSync(path.join(folder, 'more.yaml'), 'x-more: 1\n');
fs.writeFileSync(path.join(folder, 'rest.yaml'), write({ board, findings }));
add('an agenda that lacks sections', WRONG, lacking);
add('an agenda that includes them', RIGHT, { candour: 1, include: ['rest.yaml'], ...lacking });
add('an agenda that includes nothing', WRONG, { candour: 1, include: [], ...lacking });

// --- every day of some years: the calendar of the schema is that of the rest of the world ---

function calendar(schema) {
  const exact = new RegExp(schema.$defs.date.then.pattern, 'u');
  let days = 0;
  const two = (v) => String(v).padStart(2, '0');
  for (const year of [0, 1, 4, 100, 400, 1600, 1900, 2000, 2023, 2024, 2100, 9996, 9999])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++, days++) {
        const date = new Date(Date.UTC(2000, 0, 1));
        date.setUTCFullYear(year, month - 1, day);
        const real = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
        if (exact.test(text) !== real) throw new Error(`the schema's calendar is wrong about ${text}`);
      }
  return days;
}

// --- held against each other ---

const parsedSchema = JSON.parse(fs.readFileSync(schema, 'utf8'));
const validate = compile(parsedSchema);
console.log(`${calendar(parsedSchema)} days`);
const files = cases.map((one, i) => path.join(folder, `${String(i).padStart(5, '0')}.yaml`));
cases.forEach((one, i) => fs.writeFileSync(files[i], one.text));
const said = checked(candour, files);
const tally = {};
let failed = 0;
const parsed = [];
cases.forEach((one, i) => {
  const schemaSays = refused(validate, one.text);
  const checkSays = said.has(files[i]) ? said.get(files[i]) : 'nothing at all';
  const loose = one.mode === RIGHT && LOOSE.some((name) => name.test(one.name));
  const good = {
    [RIGHT]: schemaSays === undefined && (checkSays === undefined || (loose && /^the outcome|cannot stand here|^nothing was said|^no such/.test(checkSays))),
    [WRONG]: schemaSays !== undefined && checkSays !== undefined,
    [ELSEWHERE]: schemaSays === undefined && checkSays !== undefined,
    [SAME]: (schemaSays === undefined) === (checkSays === undefined),
  }[one.mode];
  tally[one.mode] = (tally[one.mode] ?? 0) + 1;
  const { value } = read(one.text);
  if (i % 5 === 0 && value !== undefined && one.text.length < 5000) parsed.push({ name: one.name, value, good: schemaSays === undefined });
  if (good) return;
  failed++;
  if (failed <= 40) console.log(`${files[i]}: ${one.name} (${one.mode}): check: ${checkSays ?? 'no problems'}; schema: ${schemaSays ?? 'no problems'}`);
});
fs.writeFileSync(path.join(folder, 'read.json'), JSON.stringify(parsed));
console.log(Object.entries(tally).map(([mode, count]) => `${count} ${mode}`).join(', '));
close('schema and check on every field', cases.length - failed, failed);
