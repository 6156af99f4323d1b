// ajv with the schema, and `candour check`, on every meeting file of the repository: they say the same of each, but for
// the files named below, whose fault no schema can express.
//   node agree.js CANDOUR SCHEMA
const fs = require('fs');
const path = require('path');
const { compile, refused, checked, list, close } = require('./common');

const BEYOND = {
  'bytes-bom': 'a character that editors pass over',
  'bytes-control': 'a character in the file, not in the value: written as an escape it may stand',
  'bytes-latin1': 'bytes before they are characters',
  'bytes-line-ends': 'a character in the file, not in the value: written as an escape it may stand',
  'bytes-overlong': 'bytes before they are characters',
  'document-anchor': 'how a value is written',
  'document-deep': 'the depth of nesting',
  'document-directive': 'how a value is written',
  'document-tag': 'how a value is written',
  'event-late': 'the order of keys',
  'event-order': 'the order of events in time',
  'event-record': 'a reference to what is not there',
  'event-refs': 'a reference to what is not there',
  'event-settled': 'a reference to what is not there; what was said before an event',
  'event-state': 'what was said before an event',
  'event-time': 'the order of events in time',
  'event-undo': 'a reference to what is not there; what was said before an event',
  'id-both': 'an id given twice',
  'id-duplicate': 'an id given twice',
  'include-itself': 'another file',
  'include-later': 'another file',
  'include-twice': 'another file',
  outcome: 'what the events say',
  'outcome-agenda': 'how many events there are',
  'outcome-as-of': 'how many events there are',
  'ref-near': 'a reference to what is not there',
  'syntax-surrogate': 'how a value is written',
  'version-late': 'the order of keys',
};

const [candour, schema] = process.argv.slice(2);
const validate = compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
const root = path.join(__dirname, '..', '..');
const folders = ['agendas', 'tests/cases', 'tests/bad', 'tests/bad/parts'];
const files = folders.flatMap((folder) => list(path.join(root, folder)));
const said = checked(candour, files);
let passed = 0;
let failed = 0;

for (const file of files) {
  const name = path.basename(file, '.yaml');
  const bad = path.basename(path.dirname(file)) === 'bad';
  const reason = bad ? BEYOND[name] : undefined;
  const schemaSays = refused(validate, fs.readFileSync(file, 'utf8'));
  const checkSays = said.has(file) ? said.get(file) : 'nothing at all';
  let wrong;
  if (bad && checkSays === undefined) wrong = 'check finds nothing in a bad file';
  else if (reason !== undefined && schemaSays !== undefined)
    wrong = `is said to be beyond a schema (${reason}), and the schema refuses it: ${schemaSays}`;
  else if (reason === undefined && (schemaSays === undefined) !== (checkSays === undefined))
    wrong = `check: ${checkSays ?? 'no problems'}; schema: ${schemaSays ?? 'no problems'}`;
  if (wrong !== undefined) console.log(`${path.relative(root, file)}: ${wrong}`);
  wrong === undefined ? passed++ : failed++;
}
for (const name of Object.keys(BEYOND))
  if (!files.includes(path.join(root, 'tests/bad', `${name}.yaml`))) {
    console.log(`${name} is not among the bad files`);
    failed++;
  }
close('schema and check on the files', passed, failed);
