#include "candour/base/text.h"
#include "html_parts.h"
#include "html_text.h"

/* Every colour pair holds WCAG AA: text 4.5 to 1, shapes and lines that mean something 3 to 1. */
static const char colours[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1c2329;--soft:#4c5760;--line:#b9c2ca;--edge:#6f7c87;"
    "--panel:#f2f5f7;--link:#0b4f85;--mark:#0b5c8a;--mark2:#8a3d00;--warn:#8f4700;--warnpanel:#fff5e3;"
    "--m1:#e1edf6;--m2:#b5d5ec;--m3:#2a6f9e;--m4:#0a3f63;--low:#1c2329;--high:#fff}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e5e9ed;--soft:#adb7c0;"
    "--line:#48535d;--edge:#8694a0;--panel:#1e252b;--link:#93c8f4;--mark:#6db6ea;--mark2:#f0a868;--warn:#f0b25c;"
    "--warnpanel:#2d2413;--m1:#1f3343;--m2:#2f5878;--m3:#86c1ee;--m4:#cfe7f9;--low:#f4f7f9;--high:#10151a}}\n"
    "@media (forced-colors:active){:root{--paper:Canvas;--ink:CanvasText;--soft:CanvasText;--line:CanvasText;"
    "--edge:CanvasText;--panel:Canvas;--link:LinkText;--mark:CanvasText;--mark2:CanvasText;--warn:CanvasText;"
    "--warnpanel:Canvas;--m1:Canvas;--m2:Canvas;--m3:Canvas;--m4:Canvas;--low:CanvasText;--high:CanvasText}}\n";

static const char type[] =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,\"Segoe UI\",Roboto,"
    "\"Helvetica Neue\",Arial,\"Noto Sans\",sans-serif;overflow-wrap:anywhere}\n"
    "header,nav,main,footer{max-width:58rem;margin:0 auto;padding:0 1rem}\n"
    "main:focus{outline:none}\n"
    "p,ul,dl,blockquote,.notice,.state{max-width:44rem}\n"
    "p{margin:.6rem 0}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6rem 0 .5rem;text-wrap:balance}\n"
    "h1{font-size:2rem;margin:1.6rem 0 .4rem}\n"
    "h2{font-size:1.45rem;margin-top:2.4rem;padding-top:.6rem;border-top:2px solid var(--line)}\n"
    "h3{font-size:1.18rem}\n"
    "h4,h5,h6{font-size:1rem}\n"
    "a{color:var(--link)}\n"
    "a:focus-visible,.scroll:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--paper);z-index:1}\n"
    ".skip:focus{left:0;top:0}\n"
    ".subtitle{color:var(--soft);font-size:1.1rem}\n"
    "footer{margin-top:3rem;padding-top:.6rem;padding-bottom:2rem;color:var(--soft);font-size:.875rem}\n"
    "footer p{border-top:1px solid var(--line);padding-top:.6rem;max-width:none}\n"
    "footer p+p{border:0;padding:0}\n";

static const char blocks[] =
    ".state,.notice{margin:1rem 0;padding:.35rem 1rem;border:1px solid var(--warn);border-left-width:.4rem;"
    "background:var(--warnpanel);font-weight:600}\n"
    "@media screen and (min-width:84rem){.long{display:grid;grid-template-columns:17rem minmax(0,60rem);"
    "justify-content:center;column-gap:1.5rem}.long>header,.long>main,.long>footer{grid-column:2;width:100%}"
    ".long>nav{grid-column:1;grid-row:1/span 3;position:sticky;top:0;align-self:start;max-height:100vh;"
    "overflow-y:auto;font-size:.9375rem;padding-bottom:1rem}}\n"
    "nav h2{font-size:1.1rem;margin:1.6rem 0 .4rem;padding:0;border:0}\n"
    "nav ul{padding-left:1.2rem;margin:0;max-width:none}\n"
    "nav li{margin:.15rem 0;padding:.1rem 0}\n"
    "li p,dd p{margin:.2rem 0}\n"
    "ul{padding-left:1.4rem}\n"
    "dl>div{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:0 1rem}\n"
    "dt{font-weight:600;margin:.2rem 0}\n"
    "dd{margin:0}\n"
    ".words{margin:.8rem 0}\n"
    ".whose{font-weight:600;margin:0 0 .2rem}\n"
    "blockquote{margin:0;padding:.1rem 0 .1rem 1rem;border-left:.25rem solid var(--edge)}\n"
    "@media (max-width:34rem){dl>div{display:block}dt{margin-bottom:0}h1{font-size:1.6rem}h2{font-size:1.3rem}}\n";

static const char tables[] =
    ".scroll,.table{margin:1.2rem 0;max-width:100%}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-size:.9375rem;line-height:1.4;min-width:min(100%,30rem);overflow-wrap:normal}"
    "\n"
    "caption{text-align:start;font-weight:600;padding:0 0 .4rem;overflow-wrap:anywhere}\n"
    "th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}\n"
    "thead th,thead td{border-bottom:2px solid var(--edge);background:var(--panel);vertical-align:bottom}\n"
    "tbody th{font-weight:600}\n"
    ".figure{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".short{white-space:nowrap}\n"
    ".wide td.prose{min-width:15rem}.wide th.prose{min-width:9rem}\n"
    ".broken{overflow-wrap:anywhere}\n"
    ".turned thead .figure{writing-mode:vertical-rl;transform:rotate(180deg);text-align:start;max-height:14rem;"
    "vertical-align:top;border:0;border-top:2px solid var(--edge)}\n"
    ".turned tbody th{min-width:12rem}\n"
    "@media (max-width:34rem){.turned tbody th{min-width:8rem}th,td{padding:.35rem .4rem}.narrow "
    ".breakable{overflow-wrap:anywhere}.narrow "
    ".short{white-space:normal}}\n";

static const char charts[] =
    "figure{margin:1.4rem 0;padding:.8rem 1rem 1rem;border:1px solid var(--line)}\n"
    "figcaption p{margin:0 0 .4rem}\n"
    ".title{font-weight:600}\n"
    ".rows{list-style:none;margin:.6rem 0 0;padding:0;max-width:none}\n"
    ".rows li{margin:0 0 .55rem;padding-right:2px;overflow-x:clip}\n"
    ".rows p{margin:0;font-size:.875rem;line-height:1.35}\n"
    ".rows .name,svg .name{font-weight:600}\n"
    "svg{display:block;overflow:visible;font-size:.8125rem}.matrix{font-size:13px;margin-top:.6rem}\n"
    "svg text{fill:var(--ink);unicode-bidi:plaintext}\n"
    ".fillings{position:absolute;width:0;height:0}\n"
    ".legend{list-style:none;padding:0;margin:.4rem 0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.875rem}\n"
    ".legend li{display:flex;align-items:center;gap:.4rem}\n"
    ".legend svg{flex:none}\n"
    ".base{stroke:var(--edge)}\n"
    ".f0,.f1,.f2,.f3,.f4,.f5{stroke:var(--mark)}\n"
    ".f0{fill:var(--paper)}.f1{fill:url(#hatch)}.f2{fill:var(--mark)}.f3{fill:url(#dots)}.f4{fill:url(#cross)}"
    ".f5{fill:url(#rows)}\n"
    ".fillings path{stroke:var(--mark);fill:none}.fillings circle{fill:var(--mark)}.fillings rect{fill:var(--paper)}\n"
    ".m0{fill:var(--paper)}.m1{fill:var(--m1)}.m2{fill:var(--m2)}.m3{fill:var(--m3)}.m4{fill:var(--m4)}\n"
    ".m0,.m1,.m2,.m3,.m4{stroke:var(--line)}\n"
    "svg .low{fill:var(--low)}svg .high{fill:var(--high)}svg .none{fill:var(--soft)}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    "details{margin-top:.8rem}\n"
    "summary{cursor:pointer;color:var(--link)}\n";

static const char print[] =
    "@page{size:A4;margin:18mm 16mm}\n"
    "@media print{:root{color-scheme:light}body{font-size:10.5pt;line-height:1.4}.skip,nav{display:none}"
    "header,main,footer{max-width:none;padding:0}h1{margin-top:0}h2{margin-top:1.4rem}h3{margin-top:1.1rem}p{margin:."
    "4rem 0}li p,dd p,dt{margin:.1rem 0}a{color:inherit;text-decoration:none}"
    "h2,h3,h4,h5,h6,caption,.whose,figcaption,.legend,.name,thead{break-after:avoid;break-inside:avoid}"
    "p,li,blockquote{orphans:3;widows:3}tr,svg,.rows "
    "li,.notice,dl>div{break-inside:avoid}thead{display:table-header-group}"
    ".scroll{overflow:visible}.wide td.prose,.wide "
    "th.prose{min-width:0}table{font-size:9pt;width:100%}.dense{font-size:7.5pt}"
    ".dense th,.dense td{padding:.15rem .25rem}.densest{font-size:6pt;overflow-wrap:anywhere}"
    ".densest th,.densest td{padding:.1rem .12rem;min-width:0}.densest .short{white-space:normal}.turned tbody "
    "th{min-width:32mm}"
    "figure{border:0;padding:0;max-width:none}"
    ".state,.notice,thead th,thead td,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "summary{display:none}details::details-content{content-visibility:visible;block-size:auto}"
    ".matrix{max-width:100%;max-height:230mm}footer{margin-top:1.5rem}}\n";

/* The state and the page's number in the margins of each sheet. */
static void add_margins(struct buffer *out, const char *title, const char *state) {
    buffer_text(out, "@page{@bottom-left{font:8pt sans-serif;content:");
    html_css_string(out, title);
    buffer_text(out, "}@bottom-right{font:8pt sans-serif;content:\"Page \" counter(page) \" of \" counter(pages)}");
    if (!text_blank(state)) {
        buffer_text(out, "@top-left{font:bold 9pt sans-serif;content:");
        html_css_string(out, state);
        buffer_char(out, '}');
    }
    buffer_text(out, "}\n");
}

void html_style(struct buffer *out, const char *title, const char *state) {
    buffer_text(out, "<style>\n");
    buffer_text(out, colours);
    buffer_text(out, type);
    buffer_text(out, blocks);
    buffer_text(out, tables);
    buffer_text(out, charts);
    buffer_text(out, print);
    add_margins(out, title, state);
    buffer_text(out, "</style>\n");
}
