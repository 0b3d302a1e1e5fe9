#define _GNU_SOURCE
#include "calls.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    ANY = TRACER_BROKEN | TRACER_KILL,
    SLOW = ANY | TRACER_INTERRUPTED,
    ROOM = ANY | TRACER_NO_ROOM,
};

static const known_call known[] = {
    {SYS_read, "read", BY_DESCRIPTOR, SLOW | TRACER_SHORT},
    {SYS_pread64, "pread", BY_DESCRIPTOR, SLOW | TRACER_SHORT},
    {SYS_write, "write", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM | TRACER_SHORT},
    {SYS_pwrite64, "pwrite", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM | TRACER_SHORT},
    {SYS_fstat, "fstat", BY_DESCRIPTOR, ANY},
    {SYS_fstatfs, "fstatfs", BY_DESCRIPTOR, ANY},
    {SYS_fsync, "fsync", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM},
    {SYS_fdatasync, "fdatasync", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM},
    {SYS_ftruncate, "ftruncate", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM},
    {SYS_fallocate, "fallocate", BY_DESCRIPTOR, SLOW | TRACER_NO_ROOM | TRACER_UNSUPPORTED},
    {SYS_flock, "flock", BY_DESCRIPTOR, SLOW},
    {SYS_lseek, "lseek", BY_DESCRIPTOR, ANY},
    {SYS_getdents64, "getdents64", BY_DESCRIPTOR, ANY},
    {SYS_openat, "open", BY_PATH_1, SLOW | TRACER_NO_ROOM},
    {SYS_newfstatat, "stat", BY_PATH_1, ANY},
    {SYS_statx, "statx", BY_PATH_1, ANY},
    {SYS_mkdirat, "mkdirat", BY_PATH_1, ROOM},
    {SYS_unlinkat, "unlinkat", BY_PATH_1, ANY},
    {SYS_renameat2, "rename", BY_PATH_3, ROOM},
    {SYS_renameat, "renameat", BY_PATH_3, ROOM},
#ifdef SYS_open
    {SYS_open, "open", BY_PATH_0, SLOW | TRACER_NO_ROOM},
    {SYS_stat, "stat", BY_PATH_0, ANY},
    {SYS_mkdir, "mkdir", BY_PATH_0, ROOM},
    {SYS_unlink, "unlink", BY_PATH_0, ANY},
    {SYS_rename, "rename", BY_PATH_1, ROOM},
#endif
};

const known_call *find_call(uint64_t number) {
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if ((uint64_t)known[i].number == number) return &known[i];
    return NULL;
}

/// Copies a string out of the other process, page by page, as the next page may not be there.
static void copy_text(pid_t thread, uint64_t address, char *text, size_t room) {
    size_t done = 0;
    text[0] = 0;
    while (done + 1 < room) {
        size_t wanted = 4096 - (address + done) % 4096;
        if (wanted > room - 1 - done) wanted = room - 1 - done;
        struct iovec here = {text + done, wanted}, there = {(void *)(uintptr_t)(address + done), wanted};
        ssize_t got = process_vm_readv(thread, &here, 1, &there, 1, 0);
        if (got <= 0) break;
        done += (size_t)got;
        text[done] = 0;
        if (strlen(text) < done) return;
    }
}

static void copy_link(pid_t thread, int descriptor, char *path, size_t room) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", thread, descriptor);
    ssize_t length = readlink(link, path, room - 1);
    path[length < 0 ? 0 : length] = 0;
}

void find_path(pid_t thread, const known_call *call, const uint64_t arguments[6], char *path, size_t room) {
    switch (call->place) {
    case BY_DESCRIPTOR: return copy_link(thread, (int)arguments[0], path, room);
    case BY_PATH_0: return copy_text(thread, arguments[0], path, room);
    case BY_PATH_3: return copy_text(thread, arguments[3], path, room);
    case BY_PATH_1:
        copy_text(thread, arguments[1], path, room);
        if (!path[0]) copy_link(thread, (int)arguments[0], path, room);
    }
}
