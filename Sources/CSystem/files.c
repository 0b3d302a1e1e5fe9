#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int gatebook_open(const char *path, int flags, unsigned mode) {
    int descriptor;
    do descriptor = open(path, flags | O_CLOEXEC, mode);
    while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

int gatebook_lock(int descriptor, bool shared, bool nonblocking) {
    int result;
    do result = flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | (nonblocking ? LOCK_NB : 0));
    while (result < 0 && errno == EINTR);
    return result;
}

void gatebook_ignore_file_size_signal(void) { signal(SIGXFSZ, SIG_IGN); }

int gatebook_unlock(int descriptor) { return flock(descriptor, LOCK_UN); }

int gatebook_rename_new(const char *from, const char *to) {
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int gatebook_reserve(int descriptor, int64_t offset, int64_t length) {
    int result;
    do result = fallocate(descriptor, FALLOC_FL_KEEP_SIZE, offset, length);
    while (result < 0 && errno == EINTR);
    return result;
}

int64_t gatebook_read_direct(const char *path, int64_t offset, void *bytes, size_t count) {
    const int64_t block = 4096;
    int64_t start = offset / block * block;
    size_t room = (size_t)((offset + (int64_t)count - start + block - 1) / block * block);
    int descriptor = gatebook_open(path, O_RDONLY | O_DIRECT, 0);
    if (descriptor < 0) return -1;
    void *blocks = NULL;
    int64_t got = -1;
    int failure = posix_memalign(&blocks, (size_t)block, room);
    if (failure == 0) {
        do got = pread(descriptor, blocks, room, start);
        while (got < 0 && errno == EINTR);
        failure = errno;
        if (got >= 0) {
            got = got < offset - start ? 0 : got - (offset - start);
            if (got > (int64_t)count) got = (int64_t)count;
            memcpy(bytes, (char *)blocks + (offset - start), (size_t)got);
        }
        free(blocks);
    }
    close(descriptor);
    errno = failure;
    return got;
}

int64_t gatebook_free_bytes(const char *path) {
    struct statvfs info;
    if (statvfs(path, &info) < 0) return -1;
    return (int64_t)info.f_bavail * (int64_t)info.f_frsize;
}

bool gatebook_is_network_file_system(int descriptor) {
    struct statfs info;
    if (fstatfs(descriptor, &info) < 0) return false;
    switch ((uint32_t)info.f_type) {
    case 0x6969u:      // NFS
    case 0x517Bu:      // SMB
    case 0xFF534D42u:  // CIFS
    case 0xFE534D42u:  // SMB2
    case 0x5346414Fu:  // AFS
    case 0x73757245u:  // Coda
    case 0x00C36400u:  // Ceph
        return true;
    default:
        return false;
    }
}

static int64_t milliseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t gatebook_boot_milliseconds(void) { return milliseconds(CLOCK_BOOTTIME); }
int64_t gatebook_wall_milliseconds(void) { return milliseconds(CLOCK_REALTIME); }

int gatebook_watch_folder(const char *folder) {
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return -1;
    if (inotify_add_watch(descriptor, folder, IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_DELETE) < 0) {
        int reason = errno;
        close(descriptor);
        errno = reason;
        return -1;
    }
    return descriptor;
}

const void *gatebook_find(const void *bytes, size_t count, const void *text, size_t length) { return memmem(bytes, count, text, length); }
const void *gatebook_find_last(const void *bytes, int byte, size_t count) { return memrchr(bytes, byte, count); }

void gatebook_drain(int descriptor) {
    char buffer[4096];
    while (read(descriptor, buffer, sizeof buffer) > 0) {}
}
