// A calendar as the npm package ical.js reads it, in the lines of calendar_read.c.
const fs = require('fs');

function main(ICAL) {
  const shown = (text) => (text || '').replace(/[\n\t\\]/g, (c) => '\\' + { '\n': 'n', '\t': 't', '\\': '\\' }[c]);
  const day = (time) => time.toString() + (time.isDate ? '' : ' with a time');
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, 'utf8')));
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const get = (name) => event.getFirstPropertyValue(name);
    const stamp = get('dtstamp');
    const utc = stamp.toString().replace('T', ' ');
    process.stdout.write(
      [shown(get('uid')), day(get('dtstart')), day(get('dtend')), utc, get('sequence'), shown(get('summary')),
        shown(get('description'))].join('\t') + '\n');
  }
}

const found = require('ical.js');
main(found.default || found);
