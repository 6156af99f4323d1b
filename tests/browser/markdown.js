// Markdown of write.c in three readers that are not ours: text comes back as it went in, and nothing but the kinds of
// node that the writer means is found.  node markdown.js FOLDER
'use strict';
const fs = require('fs');
const path = require('path');
const {everywhere, shown} = require('./expected.js');
const commonmark = require('commonmark');
const MarkdownIt = require('markdown-it');
const {marked} = require('marked');

let passed = 0, failed = 0;
function check(what, good, why) {
    if (good) {
        passed++;
    } else {
        failed++;
        console.log(`${what}: ${why}`);
    }
}
function equal(what, found, expected) {
    const length = Math.max(found.length, expected.length);
    let at = 0;
    while (at < length && JSON.stringify(found[at]) === JSON.stringify(expected[at])) at++;
    check(what, at === length, `block ${at + 1}: expected ${JSON.stringify(expected[at])}, found ${JSON.stringify(found[at])}`);
}

// markdown-it, with everything on that would make more of a text than text.
const it = new MarkdownIt({html: true, linkify: true});
const inlineMeant = new Set(['text', 'hardbreak', 'strong_open', 'strong_close']);
const blockMeant = new Set(['heading', 'paragraph', 'blockquote', 'bullet_list', 'list_item', 'table', 'thead', 'tbody',
    'tr', 'th', 'td', 'inline']);
function byMarkdownIt(source) {
    const found = [], strange = new Set(), open = [];
    let row = [];
    for (const token of it.parse(source, {})) {
        const kind = token.type.replace(/_(open|close)$/, '');
        if (!blockMeant.has(kind)) strange.add(token.type);
        if (token.type === 'tr_open') found.push(row = ['row']);
        if (token.nesting === 1) open.push(token);
        if (token.nesting === -1) open.pop();
        if (kind !== 'inline') continue;
        token.children.filter(child => !inlineMeant.has(child.type)).forEach(child => strange.add(child.type));
        const text = token.children.map(child => child.type === 'hardbreak' ? '\n' : child.content).join('');
        const inside = type => open.some(block => block.type === type + '_open');
        const strong = token.children.findIndex(child => child.content !== '' || child.type === 'strong_open');
        if (inside('tr')) row.push(text);
        else if (inside('heading')) found.push([open[open.length - 1].tag, text]);
        else if (inside('blockquote')) found.push([token.children[strong].type === 'strong_open' ? 'notice' : 'quote', text]);
        else found.push([inside('list_item') ? 'item' : 'p', text]);
    }
    return {found, strange: [...strange]};
}

// commonmark.js, which has no tables: their lines are passed over.
const commonMeant = new Set(['document', 'heading', 'paragraph', 'text', 'softbreak', 'linebreak', 'strong', 'block_quote',
    'list', 'item']);
function byCommonmark(source) {
    const rows = source.split('\n');
    const found = [], strange = new Set();
    const walker = new commonmark.Parser().parse(source).walker();
    for (let event = walker.next(); event; event = walker.next()) {
        const node = event.node;
        if (!commonMeant.has(node.type)) strange.add(node.type);
        if (!event.entering || (node.type !== 'paragraph' && node.type !== 'heading')) continue;
        if (rows[node.sourcepos[0][0] - 1].startsWith('| ')) continue;
        let text = '';
        const inner = node.walker();
        for (let step = inner.next(); step; step = inner.next())
            if (step.entering) text += step.node.type === 'linebreak' ? '\n' : step.node.literal || '';
        const notice = node.firstChild && node.firstChild.type === 'strong';
        found.push([node.type === 'heading' ? 'h' + node.level : node.parent.type === 'item' ? 'item' :
            node.parent.type === 'block_quote' ? (notice ? 'notice' : 'quote') : 'p', text]);
    }
    return {found, strange: [...strange]};
}

// marked, which makes links of bare addresses as GitHub does: kinds of node only.
const markedMeant = new Set(['heading', 'paragraph', 'blockquote', 'list', 'list_item', 'table', 'text', 'strong', 'escape',
    'br', 'space']);
function byMarked(source) {
    const strange = new Set();
    marked.walkTokens(marked.lexer(source), token => markedMeant.has(token.type) || strange.add(token.type));
    return [...strange];
}

const folder = process.argv[2];
const read = name => fs.readFileSync(path.join(folder, name));
for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.md'))) {
    const source = read(name).toString();
    const first = byMarkdownIt(source), second = byCommonmark(source);
    for (const [reader, strange] of [['markdown-it', first.strange], ['commonmark', second.strange], ['marked', byMarked(source)]])
        check(`${name} in ${reader}`, strange.length === 0, `unexpected ${strange}`);
    if (!fs.existsSync(path.join(folder, name.replace(/md$/, 'txt')))) continue;
    const expected = everywhere(shown(read(name.replace(/md$/, 'txt'))))
        .map(entry => entry[0] === 'state' ? ['notice', ...entry.slice(1)] : entry);
    equal(`${name} in markdown-it`, first.found, expected);
    equal(`${name} in commonmark`, second.found, expected.filter(entry => entry[0] !== 'row'));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
