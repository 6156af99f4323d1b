// What the program writes, read by the npm package yaml as YAML 1.1 and as YAML 1.2 core.
const fs = require('fs');
const yaml = require('yaml');

const source = fs.readFileSync(process.argv[2], 'utf8');
const expected = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));

function compare(name, options) {
  const document = yaml.parseDocument(source, options);
  const found = document.toJS({ maxAliasCount: 0 }).map((e) => (e !== null && typeof e === 'object' ? e.text : e));
  const wrong = expected.map((e, i) => i).filter((i) => found[i] !== expected[i]);
  for (const i of wrong.slice(0, 5))
    console.log(`${name}: text ${i} is ${JSON.stringify(expected[i])} and was read as ${JSON.stringify(found[i])}`);
  for (const error of document.errors.slice(0, 5)) console.log(`${name}: ${error.message}`);
  console.log(`${name}: ${found.length} of ${expected.length} texts read, ${wrong.length} of them differently`);
  return wrong.length === 0 && document.errors.length === 0 && found.length === expected.length;
}

const results = [
  compare('npm yaml 1.1', { version: '1.1' }),
  compare('npm yaml 1.2', { version: '1.2', schema: 'core' }),
];
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exit(passed === results.length ? 0 : 1);
