#include "folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

#include "pty.h"

enum { LIMIT_MS = 120000, CORES_MOST = 16, SETTLE = 100 };

int folder_cores(void) {
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : online > CORES_MOST ? CORES_MOST : (int)online;
}

/* --- the floor --- */

static bool parse(const char *bytes, size_t length) {
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    if (!yaml_parser_initialize(&parser))
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return type == YAML_STREAM_END_EVENT;
}

static int scan_one(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)walk;
    if (type != FTW_F)
        return 0;
    char *bytes = malloc((size_t)status->st_size + 1);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t length = bytes && fd >= 0 ? read(fd, bytes, (size_t)status->st_size) : -1;
    bool good = length >= 0 && parse(bytes, (size_t)length);
    if (fd >= 0)
        close(fd);
    free(bytes);
    return good ? 0 : 1;
}

static double scan(const char *folder) {
    double from = clock_ms();
    return nftw(folder, scan_one, 16, FTW_PHYS) == 0 ? clock_ms() - from : -1;
}

/* --- ours --- */

static bool review(char *program_path, char *folder, struct folder_figures *out) {
    char word[] = "review";
    char *argv[] = {program_path, word, folder, NULL};
    struct program program;
    if (!program_start(&program, argv))
        return false;
    figures_add(&out->first, program_frame(&program, "HMB-", program.started, 0, LIMIT_MS));
    /* said when everything is read, in place of how much is */
    double all = program_frame(&program, "sessions", program.started, 1, LIMIT_MS);
    figures_add(&out->all, all);
    program_drain(&program, SETTLE);
    figures_add(&out->resident, (double)program_resident(&program));
    program_type(&program, "/named perso");
    program_drain(&program, SETTLE);
    double typed = clock_ms();
    program_type(&program, "n\r");
    figures_add(&out->search, program_frame(&program, "read anew", typed, 30, LIMIT_MS));
    program_end(&program, "q");
    return all >= 0;
}

bool folder_measure(char *program, char *folder, int rounds, struct folder_figures *out) {
    for (int i = 0; i < rounds; i++) {
        if (!review(program, folder, out))
            return false;
        figures_add(&out->scan, scan(folder));
    }
    return true;
}
