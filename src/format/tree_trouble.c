/* What libyaml finds wrong, worded for someone who does not know YAML's grammar, at the place where it can be put
 * right: libyaml names the end of what was never closed, and the colon rather than the word before it. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "candour/format/tree.h"

enum place { AT_PROBLEM, AT_CONTEXT };

struct saying {
    const char *problem; /* libyaml's words begin so */
    const char *context; /* and these, when it matters */
    enum place place;
    const char *what;
    const char *hint;
};

static const char quote_it[] = "put quotes round the value";
static const char close_quote[] =
    "put the closing quote in; inside '...' an apostrophe is written twice, inside \"...\" a quote as \\\"";

static const struct saying sayings[] = {
    {"could not find expected ':'", NULL, AT_CONTEXT,
     "this line is neither `key: value` nor an entry of a list (`- ...`)",
     "is a ':' missing, or the space behind it? A text of several lines is indented under `key: |`"},
    {"did not find expected key", "while parsing a block mapping", AT_PROBLEM,
     "this line does not fit what stands above it",
     "keys of one group begin in the same column; a value with quotes, brackets or ': ' in it goes in quotes as a "
     "whole"},
    {"did not find expected '-' indicator", NULL, AT_PROBLEM, "this line does not fit the list above it",
     "entries of one list begin with '- ' in the same column"},
    {"did not find expected ',' or ']'", NULL, AT_CONTEXT, "a '[' that is not closed",
     "put the ']' in; a text that begins with '[' goes in quotes"},
    {"did not find expected ',' or '}'", NULL, AT_CONTEXT, "a '{' that is not closed",
     "put the '}' in; a text that begins with '{' goes in quotes"},
    {"found unexpected end of stream", "while scanning a quoted scalar", AT_CONTEXT, "a quote that is not closed",
     close_quote},
    {"found unexpected document indicator", "while scanning a quoted scalar", AT_CONTEXT, "a quote that is not closed",
     close_quote},
    {"found unknown escape character", NULL, AT_PROBLEM, "a '\\' and a letter that mean nothing inside \"...\"",
     "write \\\\ for a backslash, or use '...'"},
    {"found invalid Unicode character escape code", NULL, AT_PROBLEM,
     "half a character: \\uD800 to \\uDFFF stand for none", "write the character itself, or \\U and eight digits"},
    {"did not find expected hexdecimal number", NULL, AT_PROBLEM, "a \\x, \\u or \\U without its 2, 4 or 8 digits",
     "write \\\\ for a backslash, or use '...'"},
    {"block sequence entries are not allowed in this context", NULL, AT_PROBLEM,
     "a '-' that cannot begin an entry here",
     "a list begins on the line under its key; a text that begins with '- ' goes in quotes"},
    {"mapping keys are not allowed in this context", NULL, AT_PROBLEM, "a '?' that cannot stand here",
     "a text that begins with '? ' goes in quotes"},
    {"found a tab character", NULL, AT_PROBLEM, "a tab in the indentation", "indent with spaces"},
    {"did not find expected comment or line break", "while scanning a block scalar", AT_PROBLEM,
     "words on the line of '|' or '>'",
     "the text begins on the next line, indented; a text that begins with '|' or '>' goes in quotes"},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor", AT_CONTEXT,
     "a value cannot begin with '&'", quote_it},
    {"did not find expected alphabetic or numeric character", "while scanning an alias", AT_CONTEXT,
     "a value cannot begin with '*'", quote_it},
    {"did not find expected node content", NULL, AT_PROBLEM, "a value is missing here",
     "a text that begins with one of , ] } goes in quotes"},
    {"did not find expected <document start>", NULL, AT_PROBLEM, "this line does not fit what stands above it",
     "is it indented less than the first key of the file?"},
    {"found unexpected ':'", NULL, AT_PROBLEM, "a ':' that cannot stand here", quote_it},
    {"found undefined tag handle", NULL, AT_CONTEXT, "a value cannot begin with '!'", quote_it},
    {"", "while scanning a tag", AT_CONTEXT, "a value cannot begin with '!'", quote_it},
    {"", "while parsing a tag", AT_CONTEXT, "a value cannot begin with '!'", quote_it},
};

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* The line of a mark, and the byte in it where the mark stands. */
static const char *line_at(const struct source *source, yaml_mark_t mark, size_t *length, size_t *offset) {
    const char *line = source->bytes;
    const char *end = source->bytes + source->length;
    for (size_t i = 0; i < mark.line && line < end; i++) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        line = stop != NULL ? stop + 1 : end;
    }
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    *length = (size_t)((stop != NULL ? stop : end) - line);
    *offset = 0;
    for (size_t i = 0; i < mark.column && *offset < *length; i++)
        do
            ++*offset;
        while (*offset < *length && ((unsigned char)line[*offset] & 0xC0) == 0x80);
    return line;
}

static void tell(const struct source *source, struct diags *diags, yaml_mark_t mark, const char *what,
                 const char *hint) {
    problem(diags, source, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, hint, "%s", what);
}

/* A character that begins nothing: a tab, '@', '`', or '%'. */
static void tell_character(const yaml_parser_t *parser, const struct source *source, struct diags *diags) {
    size_t length;
    size_t offset;
    const char *line = line_at(source, parser->problem_mark, &length, &offset);
    bool is_tab = offset < length && line[offset] == '\t';
    if (is_tab) {
        tell(source, diags, parser->problem_mark, "a tab in the indentation", "indent with spaces");
        return;
    }
    char what[64];
    snprintf(what, sizeof what, "a value cannot begin with '%.*s'", offset < length ? 1 : 0, line + offset);
    tell(source, diags, parser->problem_mark, what, quote_it);
}

/* The column where the words of a line begin. */
static size_t begins_at(const char *line, size_t length) {
    size_t at = 0;
    while (at < length && (line[at] == ' ' || line[at] == '-'))
        at++;
    return at;
}

static bool has_colon(const char *line, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (line[i] == ':' && (i + 1 == length || line[i + 1] == ' ' || line[i + 1] == '\r'))
            return true;
    return false;
}

/* Is the line above one of words alone, which YAML takes for the beginning of this one? */
static bool follows_words(const struct source *source, yaml_mark_t *mark) {
    if (mark->line == 0)
        return false;
    mark->line--;
    mark->column = 0;
    size_t length;
    size_t offset;
    const char *line = line_at(source, *mark, &length, &offset);
    mark->column = begins_at(line, length);
    return mark->column < length && line[mark->column] != '#' && !has_colon(line, length);
}

/* A colon too many: a second one on its line, words alone above it, or a line indented further than the one above. */
static void tell_colon(const yaml_parser_t *parser, const struct source *source, struct diags *diags) {
    size_t length;
    size_t offset;
    yaml_mark_t mark = parser->problem_mark;
    const char *line = line_at(source, mark, &length, &offset);
    if (has_colon(line, offset)) {
        tell(source, diags, mark, "a second ': ' on the line", "put quotes round a value that has ': ' in it");
        return;
    }
    if (follows_words(source, &mark)) {
        tell(source, diags, mark, sayings[0].what, sayings[0].hint);
        return;
    }
    mark = parser->problem_mark;
    mark.column = begins_at(line, length);
    tell(source, diags, mark, "this key is indented further than the line above it allows",
         "keys of one group begin in the same column; a value with ': ' in it goes in quotes");
}

/* The character at the mark; '\0' at the end of the file. */
static char character_at(const struct source *source, yaml_mark_t mark) {
    size_t length;
    size_t offset;
    const char *line = line_at(source, mark, &length, &offset);
    return offset < length ? line[offset] : line + length == source->bytes + source->length ? '\0' : '\n';
}

/* Inside brackets: the bracket is at fault only when nothing stands where libyaml gave up. */
static bool tell_in_brackets(const yaml_parser_t *parser, const struct source *source, struct diags *diags) {
    char c = character_at(source, parser->problem_mark);
    bool one_line = parser->context_mark.line == parser->problem_mark.line;
    if (begins(parser->problem, "did not find expected ','") && one_line && c == ':') {
        tell(source, diags, parser->problem_mark, "a second ': ' in one entry",
             "put quotes round a value that has ': ' in it");
        return true;
    }
    if (begins(parser->problem, "did not find expected node content") && c == '\0') {
        tell(source, diags, parser->problem_mark, "the file ends inside a '[' or '{' that is not closed",
             "put the ']' or '}' in; a text that begins with '[' or '{' goes in quotes");
        return true;
    }
    return false;
}

static const struct saying *saying_for(const yaml_parser_t *parser) {
    const char *context = parser->context != NULL ? parser->context : "";
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
        if (begins(parser->problem, sayings[i].problem) &&
            (sayings[i].context == NULL || begins(context, sayings[i].context)))
            return &sayings[i];
    return NULL;
}

void tree_trouble(const yaml_parser_t *parser, const struct source *source, struct diags *diags) {
    if (parser->error == YAML_MEMORY_ERROR || parser->problem == NULL) {
        problem(diags, source, 0, 0, NULL, "out of memory");
        return;
    }
    if (begins(parser->problem, "found character that cannot start any token")) {
        tell_character(parser, source, diags);
        return;
    }
    if (begins(parser->problem, "mapping values are not allowed")) {
        tell_colon(parser, source, diags);
        return;
    }
    if (tell_in_brackets(parser, source, diags))
        return;
    const struct saying *saying = saying_for(parser);
    if (saying == NULL)
        tell(source, diags, parser->problem_mark, parser->problem, NULL);
    else if (saying->place == AT_CONTEXT)
        tell(source, diags, parser->context_mark, saying->what, saying->hint);
    else
        tell(source, diags, parser->problem_mark, saying->what, saying->hint);
}
