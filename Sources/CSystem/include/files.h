#ifndef GATEBOOK_FILES_H
#define GATEBOOK_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// open(2); -1 and errno on failure.
int gatebook_open(const char *path, int flags, unsigned mode);
/// flock(2) for writing; waits unless `nonblocking`. EINTR is retried.
int gatebook_lock(int descriptor, bool shared, bool nonblocking);
int gatebook_unlock(int descriptor);
/// A limit on file sizes then is an answer (EFBIG), not the end of the program.
void gatebook_ignore_file_size_signal(void);
/// renameat2(2) with RENAME_NOREPLACE.
int gatebook_rename_new(const char *from, const char *to);
/// Takes room on the disk from `offset` on without changing the file's size; -1 and errno on failure. EINTR is retried.
int gatebook_reserve(int descriptor, int64_t offset, int64_t length);
/// Reads `count` bytes at `offset` from the disk itself, past the cache; how many were read, or -1 and errno: EINVAL where the file system cannot.
int64_t gatebook_read_direct(const char *path, int64_t offset, void *bytes, size_t count);
/// Bytes that this user may still write on the file system of `path`; -1 where that is not known.
int64_t gatebook_free_bytes(const char *path);
/// Whether the file system under `descriptor` is a network one, where locks and syncs promise less.
bool gatebook_is_network_file_system(int descriptor);
/// Milliseconds of CLOCK_BOOTTIME.
int64_t gatebook_boot_milliseconds(void);
/// Milliseconds of CLOCK_REALTIME.
int64_t gatebook_wall_milliseconds(void);
/// An inotify descriptor (non-blocking, close-on-exec) that reports writes, renames and new names in `folder`; -1 and errno.
int gatebook_watch_folder(const char *folder);
/// memmem(3) and memrchr(3).
const void *gatebook_find(const void *bytes, size_t count, const void *text, size_t length);
const void *gatebook_find_last(const void *bytes, int byte, size_t count);
/// Takes and forgets what the inotify descriptor has to say.
void gatebook_drain(int descriptor);

#endif
