/* The floor that candour is measured against: the least a full-screen program over the same file can do. Locale, a bare
 * libyaml event scan of the file, newterm, 24 full rows; each key draws all of them again with the next one marked.
 *   hello FILE         `q` ends it
 *   hello --scan FILE  the scan alone
 */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

enum { ROWS = 24, COLUMNS = 80 };

/* The number of events; -1 when it is not YAML or not there. */
static long scan(const char *path) {
    FILE *file = fopen(path, "re");
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    long count = 0;
    if (!file || !yaml_parser_initialize(&parser))
        return -1;
    yaml_parser_set_input_file(&parser, file);
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
        type = event.type;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return type == YAML_STREAM_END_EVENT ? count : -1;
}

static void draw(long count, int marked) {
    char row[COLUMNS + 1];
    erase();
    for (int y = 0; y < ROWS; y++) {
        int n = snprintf(row, sizeof row,
                         "%02d-row  %ld events in this file, and a row as long as the screen is wide  ", y, count);
        for (; n < COLUMNS; n++)
            row[n] = (char)('a' + (n + y) % 26);
        row[COLUMNS] = '\0';
        attrset(y == marked ? A_REVERSE : A_NORMAL);
        mvaddnstr(y, 0, row, y == ROWS - 1 ? COLUMNS - 1 : COLUMNS);
    }
    refresh();
}

int main(int argc, char **argv) {
    bool only_scan = argc == 3 && strcmp(argv[1], "--scan") == 0;
    setlocale(LC_ALL, "");
    long count = argc >= 2 ? scan(argv[argc - 1]) : -1;
    if (count < 0) {
        fputs("hello: cannot scan the file\n", stderr);
        return 1;
    }
    if (only_scan)
        return 0;
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (!screen)
        return 3;
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    int marked = 0;
    do
        draw(count, marked++ % ROWS);
    while (getch() != 'q');
    endwin();
    delscreen(screen);
    return 0;
}
