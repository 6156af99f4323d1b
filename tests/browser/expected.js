// What a reader must find of a document of write.c in which one text stands everywhere, worked out here again.
'use strict';

// Text as it may leave: what acts is a mark, line ends are line ends.
function shown(bytes) {
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes).replace(/\r\n?/g, '\n');
    const acts = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb]/;
    let out = '', flag = false;
    for (const character of text) {
        const code = character.codePointAt(0);
        const tag = code >= 0xe0000 && code <= 0xe007f;
        const marked = acts.test(character) || (code & 0xfffe) === 0xfffe || (tag && !flag);
        flag = code === 0x1f3f4 || (tag && flag);
        out += marked ? '\ufffd' : character;
    }
    return out;
}

const blank = line => /^[ \t]*$/.test(line);
const lines = text => text.replace(/\n$/, '').split('\n');
const one = text => lines(text).join(' ');

function paragraphs(text) {
    const found = [];
    let open = null;
    for (const line of lines(text)) {
        if (blank(line)) open = null;
        else if (open) open.push(line);
        else found.push(open = [line]);
    }
    return found.map(paragraph => paragraph.join('\n'));
}

const label = text => /[:?!.]$/.test(text) ? one(text) : one(text) + ':';

// [kind, text] in the order of the document; a row of a table as ['row', cell, cell, ...].
function everywhere(text, html) {
    const body = (kind, first) => {
        const found = paragraphs(text);
        if (first !== undefined) found[0] = first + ' ' + found[0];
        return found.map(paragraph => [kind, paragraph]);
    };
    const cell = one(text), head = one(`${text} (${text})`);
    const caption = html ? ['caption', cell] : ['p', label(text)];
    const table = [['row', cell, cell, 'c', 'd'], ['row', cell, cell, cell, 'd']];
    const figures = [['row', cell, head, head], ['row', cell, '1', '2']];
    const words = ['value', one(`${text} 1 ${text}, ${text} 2 ${text}`)];
    const chart = drawn => html ? [['title', cell], ...body('p'), ...drawn, caption, ...figures] :
        [...body('p', label(text)), ...figures];
    return [['h1', cell], ...body('state'), ...body('p'),
        ['h2', cell], ['h3', cell], ['h4', cell],
        ...body('p', label(text)), ...body('p'), [html ? 'whose' : 'p', label(text)], ...body('quote'), ...body('notice'),
        ...body('item', label(text)), ...body('item'), ...(html ? [['dt', cell], ...body('dd')] : body('item', label(text))),
        caption, ...table, ...chart([['name', cell]]), ...chart([['name', cell], words]), ...chart([])];
}

module.exports = {shown, everywhere};
