/* A folder of its own for each test of this floor, made the current one and removed with everything in it. */
#ifndef CANDOUR_TESTS_STORE_FOLDER_H
#define CANDOUR_TESTS_STORE_FOLDER_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct folder {
    char path[64];
    int home;
    struct arena *arena;
};

static inline int folder_remove_one(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

static inline int folder_begin(void **state) {
    struct folder *folder = calloc(1, sizeof *folder);
    assert_non_null(folder);
    strcpy(folder->path, "/tmp/candour-store-XXXXXX");
    umask(022); /* a test may have left another, and only root could enter its folder */
    assert_non_null(mkdtemp(folder->path));
    folder->home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_int_equal(chdir(folder->path), 0);
    folder->arena = arena_new();
    *state = folder;
    return 0;
}

static inline int folder_end(void **state) {
    struct folder *folder = *state;
    assert_int_equal(fchdir(folder->home), 0);
    close(folder->home);
    nftw(folder->path, folder_remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(folder->arena);
    free(folder);
    return 0;
}

static inline void put_file(const char *path, const char *text) {
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void assert_file(const char *path, const char *expected) {
    static char text[65536];
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = '\0';
    assert_string_equal(text, expected);
}

static inline bool is_there(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

static inline unsigned mode_of(const char *path) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode & 0777;
}

/* How many names in FOLDER have PART in them; the last of them goes to FOUND (256 bytes) unless that is NULL. */
static inline int names_with(const char *folder, const char *part, char *found) {
    int count = 0;
    DIR *names = opendir(folder);
    assert_non_null(names);
    for (const struct dirent *entry = readdir(names); entry; entry = readdir(names)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 || !strstr(entry->d_name, part))
            continue;
        count++;
        if (found)
            snprintf(found, 256, "%s", entry->d_name);
    }
    closedir(names);
    return count;
}

#define folder_test(name) cmocka_unit_test_setup_teardown(name, folder_begin, folder_end)

#endif
