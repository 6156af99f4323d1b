// What the programs of this folder share: the schema compiled, a file as an editor reads it, and what check says.
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020').default;
const yaml = require('yaml');

process.on('warning', () => {}); // of keys that are lists: such files are among the bad ones

// All of strict mode but two: the list of events is a tuple with an open end, and what is required where nothing is
// included stands in `properties` one level above.
function compile(schema) {
  const ajv = new Ajv({ strict: true, strictTuples: false, strictRequired: false, allowUnionTypes: true });
  if (!ajv.validateSchema(schema)) throw new Error(`against the metaschema: ${ajv.errorsText()}`);
  return ajv.compile(schema);
}

// As an editor's reader of YAML sees it: its version 1.2, the core schema.
function read(text) {
  const document = yaml.parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'error' });
  if (document.errors.length > 0) return { why: `cannot be read: ${document.errors[0].message.split('\n')[0]}` };
  return { value: document.toJS({ maxAliasCount: -1 }) };
}

// What the schema says of TEXT: undefined when nothing, else why it is refused.
function refused(validate, text) {
  const { value, why } = read(text);
  if (why !== undefined) return why;
  if (validate(value)) return undefined;
  const error = validate.errors[validate.errors.length - 1];
  return `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`;
}

// What check says of FILES: by file, undefined when nothing, else its first error.
function checked(candour, files) {
  const said = new Map();
  for (let at = 0; at < files.length; at += 200) {
    const some = files.slice(at, at + 200);
    const run = spawnSync(candour, ['check', ...some], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.error) throw run.error;
    for (const line of run.stdout.split('\n')) {
      const good = line.match(/^(.*?): no problems: /);
      if (good) said.set(good[1], undefined);
    }
    for (const line of run.stderr.split('\n')) {
      const bad = line.match(/^(.*?\.yaml)(?::\d+:\d+)?: error: (.*)$/);
      if (bad) said.set(bad[1], said.get(bad[1]) ?? bad[2]);
    }
  }
  return said;
}

function list(folder) {
  return fs.readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => path.join(folder, name));
}

// One line at the end, as every suite has it.
function close(name, passed, failed) {
  console.log(`${name}: ${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

module.exports = { compile, read, refused, checked, list, close };
