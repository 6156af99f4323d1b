// The schema in the YAML language server, where people meet it: no complaint about a good file, one about every file
// that ajv refuses; words, keys and help are offered.
//   node server.js SCHEMA
const fs = require('fs');
const path = require('path');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { getLanguageService } = require('yaml-language-server/out/server/src/languageservice/yamlLanguageService');
const { SettingsState } = require('yaml-language-server/out/server/src/yamlSettings');
const { compile, refused, list, close } = require('./common');

const schema = fs.readFileSync(process.argv[2], 'utf8');
const validate = compile(JSON.parse(schema));
const root = path.join(__dirname, '..', '..');
const settings = new SettingsState();
const service = getLanguageService({
  schemaRequestService: async () => schema,
  workspaceContext: { resolveRelativePath: (relative) => relative },
  telemetry: { send() {}, sendError(name, error) { throw new Error(`${name}: ${JSON.stringify(error)}`); }, sendTrack() {} },
  yamlSettings: settings,
  connection: { onRequest() {}, sendNotification() {} },
});
service.configure({ validate: true, hover: true, completion: true, yamlVersion: '1.2', customTags: [], indentation: '  ',
  schemas: [{ fileMatch: ['*.yaml'], uri: 'file:///candour.schema.json' }] });

// What the server does not look at, or takes for something of its own.
const PASSED_OVER = { 'document-empty': 'it says nothing of an empty file', 'key-merge': 'it takes << for a merge' };

let passed = 0;
let failed = 0;
function expect(good, words) {
  good ? passed++ : failed++;
  if (!good) console.log(words);
}

function open(name, text) {
  const document = TextDocument.create(`file://${name}`, 'yaml', 1, text);
  settings.documents = { get: () => document };
  return document;
}

async function files() {
  for (const file of ['agendas', 'tests/cases', 'tests/bad'].flatMap((folder) => list(path.join(root, folder)))) {
    if (PASSED_OVER[path.basename(file, '.yaml')] !== undefined) continue;
    const text = fs.readFileSync(file, 'utf8');
    const why = refused(validate, text);
    const said = await service.doValidation(open(file, text), false);
    expect((why === undefined) === (said.length === 0),
      `${path.relative(root, file)}: ajv: ${why ?? 'nothing'}; the server: ${said.map((one) => `${one.range.start.line + 1}: ${one.message}`)[0] ?? 'nothing'}`);
  }
}

// At `|` in TEXT.
let questions = 0;
async function asked(text) {
  const at = text.indexOf('|');
  const document = open(`/asked${++questions}.yaml`, text.replace('|', ''));
  const place = document.positionAt(at);
  const offered = await service.doComplete(document, place, false);
  const hover = await service.doHover(document, place);
  return { labels: offered.items.map((item) => item.label), hover: JSON.stringify(hover?.contents ?? '') };
}

async function help() {
  const event = (rest) => `candour: 1\nevents:\n  - at: 2027-02-08T13:00:00Z\n    do: ${rest}`;
  const words = (await asked(event('|'))).labels;
  expect(words.length === 35 && words.includes('move-item') && words.includes('challenge'), `do: offers ${words}`);
  const keys = (await asked(event('extend\n    |\n'))).labels;
  for (const key of ['item', 'minutes', 'reason', 'agreed_by', 'from'])
    expect(keys.includes(key), `an extension's keys are ${keys}, without ${key}`);
  expect(!keys.includes('put') && !keys.includes('finding'), `an extension's keys are ${keys}`);
  const type = (await asked('candour: 1\nmeeting:\n  type: |')).labels;
  expect(type.join(' ') === 'extraordinary ordinary subgroup follow-up', `type: offers ${type}`);
  const { hover } = await asked('candour: 1\nagenda:\n- id: I1\n  minu|tes: 10\n');
  expect(hover.includes('How long it is meant to take'), `minutes: ${hover}`);
}

files().then(help).then(() => close('the YAML language server', passed, failed));
