// Pages in a real browser: axe-core finds nothing in light and dark, on a phone, a laptop and paper; a phone's page does
// not scroll sideways; nothing is fetched, run or complained of; it works without JavaScript.
//   node browser.js CHROMIUM FOLDER...     every .html file of each folder
'use strict';
const fs = require('fs');
const path = require('path');
const {spawnSync} = require('child_process');
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The documents of the tests are examined on all of these, or, where they are large, on the first three; those of the
// program on the first two, or the first; awkward texts on the first.
const sheets = [
    {name: 'phone, light', width: 360, height: 740, scheme: 'light', media: 'screen'},
    {name: 'laptop, dark', width: 1280, height: 800, scheme: 'dark', media: 'screen'},
    {name: 'paper', width: 672, height: 990, scheme: 'dark', media: 'print'},
    {name: 'phone, dark', width: 360, height: 740, scheme: 'dark', media: 'screen'},
    {name: 'laptop, light', width: 1280, height: 800, scheme: 'light', media: 'screen'},
    {name: 'wide, light', width: 1600, height: 900, scheme: 'light', media: 'screen'},
];

let passed = 0, failed = 0;
function check(what, good, why) {
    if (good) {
        passed++;
    } else {
        failed++;
        console.log(`${what}: ${why}`);
    }
}

// What is seen to be wrong of a layout, by the page itself.
function layout() {
    const seen = element => element.getClientRects().length > 0;
    const width = document.documentElement.clientWidth;
    const outside = [...document.querySelectorAll('body *')].filter(element => seen(element) && !element.closest('.scroll') &&
        !element.closest('svg *') && !element.closest('.skip') && !element.closest('.unseen') &&
        element.getBoundingClientRect().right > width + 1);
    const cut = [...document.querySelectorAll('.bars text')].filter(word => seen(word) &&
        word.getBoundingClientRect().right > word.closest('li').getBoundingClientRect().right + 1);
    return {
        scroll: document.documentElement.scrollWidth - width,
        outside: outside.slice(0, 3).map(element => element.outerHTML.slice(0, 80)),
        cut: cut.slice(0, 3).map(word => word.textContent.slice(0, 60)),
    };
}

// Contrast of what axe-core cannot measure: words and shapes in pictures. [what, on what, at least].
const pairs = [['ink', 'paper', 4.5], ['soft', 'paper', 4.5], ['low', 'm1', 4.5], ['low', 'm2', 4.5], ['high', 'm3', 4.5],
    ['high', 'm4', 4.5], ['ink', 'panel', 4.5], ['ink', 'warnpanel', 4.5], ['link', 'paper', 4.5], ['link', 'panel', 4.5],
    ['mark', 'paper', 3], ['edge', 'paper', 3], ['edge', 'panel', 3], ['warn', 'paper', 3], ['warn', 'warnpanel', 3]];
function contrasts(wanted) {
    const style = getComputedStyle(document.documentElement);
    const light = name => {
        const hex = style.getPropertyValue('--' + name).trim().slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
        const [r, g, b] = [0, 2, 4].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return wanted.map(([one, other, least]) => {
        const [low, high] = [light(one), light(other)].sort((x, y) => x - y);
        const ratio = (high + 0.05) / (low + 0.05);
        return ratio >= least ? '' : `${one} on ${other} ${ratio.toFixed(2)}`;
    }).filter(Boolean);
}

// Words beside the bars may be cut where a text is a word of 64 KiB.
async function onSheet(page, name, sheet, limits) {
    await page.setViewportSize({width: sheet.width, height: sheet.height});
    await page.emulateMedia({media: sheet.media, colorScheme: sheet.scheme});
    const what = `${name} (${sheet.name})`;
    const found = await page.evaluate(layout);
    check(`${what} width`, found.scroll <= 0 && found.outside.length === 0, `too wide by ${found.scroll}: ${found.outside}`);
    check(`${what} charts`, limits || found.cut.length === 0, `words cut: ${found.cut}`);
    if (!await page.evaluate(() => typeof axe === 'object')) return;
    const faint = await page.evaluate(contrasts, pairs);
    check(`${what} contrast`, faint.length === 0, faint.join(', '));
    const result = await page.evaluate(only => axe.run({runOnly: {type: 'tag', values: only}}), tags);
    const wrong = result.violations.map(rule => `${rule.id} (${rule.nodes.length}): ${rule.nodes[0].html.slice(0, 160)} ` +
        (rule.nodes[0].any[0] || rule.nodes[0].all[0] || rule.nodes[0].none[0]).message);
    check(`${what} axe`, wrong.length === 0 && result.passes.length > 10, wrong.join('\n  '));
}

async function withScripts(page, file) {
    const name = path.basename(file);
    const heard = [];
    page.removeAllListeners();
    await page.emulateMedia({media: 'screen', colorScheme: 'light'});
    page.on('request', request => request.url() !== 'file://' + file && heard.push(`fetches ${request.url()}`));
    page.on('console', message => heard.push(`says ${message.text()}`));
    page.on('pageerror', error => heard.push(`fails ${error}`));
    page.on('dialog', dialog => heard.push(`asks ${dialog.message()}`) && dialog.dismiss());
    await page.goto('file://' + file);
    check(`${name} quiet`, heard.length === 0, heard.join(', '));
    const awkward = /^(text-|long)/.test(name);
    if (!awkward || name === 'text-1.html') await page.evaluate(axe);
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.open = true));
    const large = await page.evaluate(() => document.querySelectorAll('*').length > 1500);
    const own = path.dirname(file) === path.resolve(process.argv[3]);
    for (const sheet of sheets.slice(0, awkward ? 1 : !own ? (large ? 1 : 2) : large ? 3 : sheets.length)) await onSheet(page, name, sheet, awkward);
}

// Folded figures unfold, links of the contents lead to their headings, and on paper nothing is folded.
async function withoutScripts(page, file) {
    const name = path.basename(file);
    await page.goto('file://' + file);
    check(`${name} without scripts`, await page.locator('h1').isVisible() && await page.locator('main').isVisible(), 'is not seen');
    const details = page.locator('details');
    if (await details.count() > 0) {
        const table = details.first().locator('table');
        check(`${name} folded`, !await table.isVisible(), 'the figures are open at first');
        await details.first().locator('summary').click();
        check(`${name} unfolded`, await table.isVisible(), 'the figures do not open');
        await page.emulateMedia({media: 'print'});
        check(`${name} on paper`, await details.last().locator('table').isVisible(), 'figures are folded');
        await page.emulateMedia({media: 'screen'});
    }
    const links = page.locator('nav a');
    if (await links.count() > 0) {
        await links.last().click();
        const target = page.locator(await links.last().getAttribute('href'));
        const box = await target.boundingBox();
        check(`${name} contents`, box !== null && box.y >= -1 && box.y < 740, 'a link does not lead to its heading');
    }
}

// Printed: the state on each sheet, heads again where a table goes on.
async function onPaper(page, file) {
    const name = path.basename(file);
    const state = await page.evaluate(() => (document.querySelector('.state') || {}).innerText);
    const pdf = await page.pdf({preferCSSPageSize: true, printBackground: true});
    const read = spawnSync('pdftotext', ['-layout', '-', '-'], {input: pdf, maxBuffer: 1 << 26});
    if (read.error) {
        console.log(`SKIPPED: ${name} on paper: no pdftotext`);
        return;
    }
    const pages = read.stdout.toString().split('\f').slice(0, -1);
    if (state) check(`${name} state`, pages.every(text => text.includes(state.slice(0, 60))), 'not on each sheet');
    check(`${name} pages`, pages.every((text, i) => text.includes(`Page ${i + 1} of ${pages.length}`)), 'not numbered');
    if (name !== 'charts.html') return;
    const matrices = pages.findIndex(text => /^ *Matrices *$/m.test(text));
    const going = pages.slice(0, matrices).filter(text => /^ *[0-9]+ Item of the agenda +-?[0-9]/m.test(text));
    check(`${name} heads`, going.length >= 4 && going.every(text => /planned[\s()min]+granted later/.test(text)), 'not repeated');
}

(async () => {
    const [executablePath, ...folders] = process.argv.slice(2);
    const browser = await chromium.launch({executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
        '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']});
    const files = folders.flatMap(folder => fs.readdirSync(folder).filter(file => file.endsWith('.html')).sort()
        .map(file => path.resolve(folder, file)));
    const work = async () => {
        const page = await browser.newPage();
        page.setDefaultTimeout(120000); /* a machine may be busy */
        const still = await (await browser.newContext({javaScriptEnabled: false, viewport: {width: 360, height: 740}})).newPage();
        for (let file = files.shift(); file; file = files.shift()) {
            const began = Date.now();
            await withScripts(page, file);
            if (/^(text-|long)/.test(path.basename(file))) continue;
            await onPaper(page, file);
            await withoutScripts(still, file);
            if (process.env.TIMES) console.log(`${path.basename(file)} ${Date.now() - began} ms`);
        }
    };
    await Promise.all([work(), work()]);
    await browser.close();
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
})();
