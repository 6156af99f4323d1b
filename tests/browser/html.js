// HTML of write.c as parse5 reads it: no errors of form, only the elements and attributes that the writer means, and text
// comes back as it went in.  node html.js FOLDER
'use strict';
const fs = require('fs');
const path = require('path');
const {everywhere, shown} = require('./expected.js');
const parse5 = require('parse5');

let passed = 0, failed = 0;
function check(what, good, why) {
    if (good) {
        passed++;
    } else {
        failed++;
        console.log(`${what}: ${why}`);
    }
}

// What a page may be made of. Nothing here can run, load, post or lead out.
const elements = new Set(('html head meta title style body a header nav main footer h1 h2 h3 h4 h5 h6 p br div span strong ' +
    'blockquote ul li dl dt dd table caption thead tbody tr th td figure figcaption details summary svg defs pattern path ' +
    'circle rect line text tspan desc').split(' '));
const attributes = new Set(('lang charset http-equiv content name class id dir href role tabindex scope style width height ' +
    'aria-label aria-labelledby aria-describedby aria-hidden x y x1 x2 y1 y2 dx d cx cy r viewBox transform ' +
    'text-anchor patternUnits stroke-width').split(' '));

function* nodes(node) {
    yield node;
    for (const child of node.childNodes || []) yield* nodes(child);
}
const attribute = (node, name) => ((node.attrs || []).find(entry => entry.name === name) || {}).value;
function text(node) {
    if (node.nodeName === 'br') return '\n';
    return node.value !== undefined ? node.value : (node.childNodes || []).map(text).join('');
}
const ids = all => all.map(node => attribute(node, 'id')).filter(id => id !== undefined);

function form(name, root) {
    const all = [...nodes(root)].filter(node => node.tagName);
    const odd = all.filter(node => !elements.has(node.tagName)).map(node => node.tagName);
    check(`${name} elements`, odd.length === 0, `unexpected ${odd}`);
    const strange = all.flatMap(node => node.attrs).filter(entry => !attributes.has(entry.name)).map(entry => entry.name);
    check(`${name} attributes`, strange.length === 0, `unexpected ${strange}`);
    const leading = all.map(node => attribute(node, 'href')).filter(href => href !== undefined && !/^#[a-z]+[0-9]*$/.test(href));
    check(`${name} links`, leading.length === 0, `lead to ${leading}`);
    const known = ids(all);
    check(`${name} ids`, new Set(known).size === known.length, 'the same id twice');
    const named = all.flatMap(node => ['aria-labelledby', 'aria-describedby'].flatMap(key => (attribute(node, key) || '').split(' ')))
        .concat(all.map(node => attribute(node, 'href')).filter(Boolean).map(href => href.slice(1))).filter(Boolean);
    check(`${name} references`, named.every(id => known.includes(id)), 'to an id that is not there');
    const levels = all.filter(node => /^h[1-6]$/.test(node.tagName)).map(node => +node.tagName[1]);
    check(`${name} headings`, levels[0] === 1 && levels.every((level, i) => i === 0 || (level > 1 && level <= levels[i - 1] + 1)),
        `levels ${levels}`);
    const pictures = all.filter(node => attribute(node, 'role') === 'img');
    check(`${name} pictures`, pictures.every(node => node.childNodes.some(child => child.tagName === 'title' && text(child)) &&
        node.childNodes.some(child => child.tagName === 'desc' && text(child))), 'one without a title or a description');
}

// Blocks of main and header, as everywhere() of expected.js lists them.
function blocks(root) {
    const found = [];
    const inside = (node, test) => node.parentNode && (test(node.parentNode) || inside(node.parentNode, test));
    const within = (node, tag) => inside(node, parent => parent.tagName === tag);
    const classed = (node, name) => inside(node, parent => attribute(parent, 'class') === name);
    for (const node of nodes(root)) {
        if (within(node, 'nav') || within(node, 'footer') || within(node, 'svg') || within(node, 'summary')) continue;
        if (/^h[1-6]$/.test(node.tagName)) found.push([node.tagName, text(node)]);
        else if (node.tagName === 'tr') found.push(['row', ...node.childNodes.map(cell => text(cell).replace(/\n/g, ' '))]);
        else if (node.tagName === 'caption') found.push(['caption', text(node)]);
        else if (node.tagName === 'dt') found.push(['dt', text(node)]);
        else if (node.tagName === 'p')
            found.push([classed(node, 'state') ? 'state' : classed(node, 'notice') ? 'notice' : within(node, 'blockquote') ?
                'quote' : within(node, 'li') && !classed(node, 'rows') ? 'item' : within(node, 'dd') ? 'dd' : attribute(node, 'class') || 'p', text(node)]);
    }
    return found;
}

const folder = process.argv[2];
for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.html'))) {
    const source = fs.readFileSync(path.join(folder, name)).toString();
    const errors = [];
    const root = parse5.parse(source, {onParseError: error => errors.push(`${error.code} in line ${error.startLine}`)});
    check(`${name} form`, errors.length === 0, errors.slice(0, 3).join(', '));
    form(name, root);
    const given = path.join(folder, name.replace(/html$/, 'txt'));
    if (!fs.existsSync(given)) continue;
    const expected = everywhere(shown(fs.readFileSync(given)), true);
    const found = blocks(root);
    const length = Math.max(found.length, expected.length);
    let at = 0;
    while (at < length && JSON.stringify(found[at]) === JSON.stringify(expected[at])) at++;
    check(`${name} text`, at === length,
        `block ${at + 1}: expected ${JSON.stringify(expected[at])}, found ${JSON.stringify(found[at])}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
