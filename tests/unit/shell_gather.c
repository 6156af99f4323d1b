/* Gather: every file of a folder is handed over once, whatever is wrong with it, and it can be ended at any moment. */
#include <poll.h>

#include "candour/base/arena.h"
#include "candour/core/precis.h"
#include "candour/shell/gather.h"
#include "candour/store/lock.h"
#include "store_folder.h"

enum { LIMIT_MS = 20000, FILES = 300 };

static char session_path[4096], broken_path[4096], agenda_path[4096];

static void copy_file(const char *from, const char *to) {
    char bytes[65536];
    FILE *in = fopen(from, "re");
    FILE *out = fopen(to, "we");
    assert_non_null(in);
    assert_non_null(out);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;)
        assert_int_equal(fwrite(bytes, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

static struct stamp now(void) {
    struct stamp stamp;
    assert_true(stamp_read("2017-03-05T10:00:00.000+00:00", &stamp));
    return stamp;
}

/* What was handed over, by place. */
struct all {
    const struct precis *list[FILES + 16];
    size_t count, files, faults;
    const char **fault;
    bool done;
};

/* Waits for news until all files are read. */
static void take_all(struct gather *gather, struct all *all) {
    struct sessions_read read;
    *all = (struct all){0};
    while (!all->done) {
        struct pollfd news = {.fd = gather_news(gather), .events = POLLIN};
        assert_true(poll(&news, 1, LIMIT_MS) > 0);
        while (gather_take(gather, &read)) {
            for (size_t i = 0; i < read.count; i++) {
                assert_null(all->list[read.list[i].place]);
                all->list[read.list[i].place] = read.list[i].precis;
                all->count++;
            }
            all->files = read.files;
            all->done = read.done;
            all->faults = read.fault_count;
            all->fault = read.faults;
        }
    }
    assert_int_equal(all->count, all->files);
    assert_false(gather_take(gather, &read));
}

static struct gather *gather_folder(const char *const *folder) {
    struct gather *gather = gather_begin(folder, 1, now());
    assert_non_null(gather);
    assert_true(gather_news(gather) >= 0);
    return gather;
}

static void whatever_is_wrong_with_a_file_is_said_of_it(void **state) {
    (void)state;
    struct all all;
    const char *folder = "d";
    assert_int_equal(mkdir("d", 0700), 0);
    copy_file(session_path, "d/a.yaml");
    copy_file(agenda_path, "d/b.yaml");
    copy_file(broken_path, "d/c.yaml");
    assert_int_equal(symlink("nowhere.yaml", "d/d.yaml"), 0);
    put_file("d/e.yaml", "");
    put_file("d/f.yaml", "candour: 1\n\tboard: x\n");
    struct gather *gather = gather_folder(&folder);
    take_all(gather, &all);
    assert_int_equal(all.files, 6);
    assert_int_equal(all.list[0]->state, PRECIS_SESSION);
    assert_string_equal(all.list[0]->path, "d/a.yaml");
    assert_string_equal(all.list[0]->review, "HMB-02");
    assert_int_equal(all.list[0]->late, 3); /* on 5 March 2017: A3, A8, the evidence of C2 */
    assert_false(all.list[0]->held);
    assert_int_equal(all.list[1]->state, PRECIS_AGENDA);
    assert_int_equal(all.list[2]->state, PRECIS_BROKEN);
    assert_string_equal(all.list[2]->problem, "8:3: unknown key titel in review");
    assert_int_equal(all.list[3]->state, PRECIS_UNREADABLE);
    assert_string_equal(all.list[3]->problem, "cannot read d/d.yaml: No such file or directory");
    assert_int_equal(all.list[4]->state, PRECIS_BROKEN);
    assert_string_equal(all.list[4]->problem, "1:1: there is nothing in the file");
    assert_int_equal(all.list[5]->state, PRECIS_BROKEN);
    gather_end(gather);
}

/* Another program appends to it meanwhile: what is there when it is read again counts. */
static void a_file_is_read_again_when_it_is_asked_for(void **state) {
    (void)state;
    struct all all;
    const char *folder = "d";
    assert_int_equal(mkdir("d", 0700), 0);
    copy_file(session_path, "d/a.yaml");
    struct gather *gather = gather_folder(&folder);
    take_all(gather, &all);
    FILE *file = fopen("d/a.yaml", "ae");
    assert_non_null(file);
    fputs("- at: 2017-03-01T10:00:00.000+00:00\n  do: progress\n  id: A3\n  status: done\n  text: Done\n", file);
    assert_int_equal(fclose(file), 0);
    const struct precis *again = gather_again(gather, "d/a.yaml", now());
    assert_int_equal(all.list[0]->late, 3);
    assert_int_equal(again->late, 2);
    assert_int_equal(again->events, all.list[0]->events + 1);
    assert_int_equal(unlink("d/a.yaml"), 0);
    assert_int_equal(gather_again(gather, "d/a.yaml", now())->state, PRECIS_UNREADABLE);
    gather_end(gather);
}

static void a_session_that_is_open_elsewhere_is_known(void **state) {
    (void)state;
    struct all all;
    const char *folder = "d";
    assert_int_equal(mkdir("d", 0700), 0);
    copy_file(session_path, "d/a.yaml");
    assert_int_equal(symlink("d/a.yaml", "link.yaml"), 0);
    struct arena *arena = arena_new();
    struct session_holder holder;
    struct lock lock;
    const char *why;
    assert_int_equal(lock_take("d/.a.yaml.lock", &lock, &holder, arena, &why), LOCK_TAKEN);
    struct gather *gather = gather_folder(&folder);
    take_all(gather, &all);
    assert_true(all.list[0]->held);
    assert_true(gather_again(gather, "link.yaml", now())->held);
    lock_release(&lock);
    assert_false(gather_again(gather, "d/a.yaml", now())->held);
    gather_end(gather);
    arena_free(arena);
}

static void make_many(void) {
    char name[64];
    assert_int_equal(mkdir("d", 0700), 0);
    copy_file(session_path, "d/000.yaml");
    for (int i = 1; i < FILES; i++) {
        snprintf(name, sizeof name, "d/%03d.yaml", i);
        copy_file(session_path, name);
    }
}

static void many_files_are_handed_over_once_each(void **state) {
    (void)state;
    static struct all all;
    const char *folder = "d";
    make_many();
    struct gather *gather = gather_folder(&folder);
    take_all(gather, &all);
    assert_int_equal(all.files, FILES);
    for (size_t i = 0; i < FILES; i++) {
        assert_int_equal(all.list[i]->state, PRECIS_SESSION);
        /* what they have in common is there once */
        assert_ptr_equal(all.list[i]->parts[PASSAGES_FINDINGS], all.list[0]->parts[PASSAGES_FINDINGS]);
    }
    gather_end(gather);
}

static void it_ends_whenever_it_is_told(void **state) {
    (void)state;
    const char *folder = "d";
    struct sessions_read read;
    make_many();
    gather_end(gather_folder(&folder));
    struct gather *gather = gather_folder(&folder);
    struct pollfd news = {.fd = gather_news(gather), .events = POLLIN};
    assert_true(poll(&news, 1, LIMIT_MS) > 0);
    assert_true(gather_take(gather, &read));
    gather_end(gather);
    gather_end(NULL);
}

static void nothing_is_there(void **state) {
    (void)state;
    struct all all;
    const char *const operands[] = {"d", "gone.yaml"};
    assert_int_equal(mkdir("d", 0700), 0);
    struct gather *gather = gather_folder(operands);
    take_all(gather, &all);
    assert_int_equal(all.files, 0);
    gather_end(gather);
    gather = gather_begin(operands, 2, now());
    take_all(gather, &all);
    assert_int_equal(all.files, 1);
    assert_string_equal(all.list[0]->problem, "cannot read gone.yaml: No such file or directory");
    gather_end(gather);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(whatever_is_wrong_with_a_file_is_said_of_it),
        folder_test(a_file_is_read_again_when_it_is_asked_for),
        folder_test(a_session_that_is_open_elsewhere_is_known),
        folder_test(many_files_are_handed_over_once_each),
        folder_test(it_ends_whenever_it_is_told),
        folder_test(nothing_is_there),
    };
    if (!realpath("tests/cases/harrowmere.session.yaml", session_path) ||
        !realpath("tests/cases/broken.agenda.yaml", broken_path) ||
        !realpath("tests/cases/harrowmere.agenda.yaml", agenda_path))
        return 1;
    return cmocka_run_group_tests_name("shell gather", tests, NULL, NULL);
}
