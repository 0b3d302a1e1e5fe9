#define _GNU_SOURCE
#include "tracer.h"

#include <errno.h>
#include <linux/fuse.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { folder_node = 1, file_node = 2, longest_write = 1 << 17, room = longest_write + 4096 };

/// The one file of the FUSE file system, and the log of what was written to it.
typedef struct {
    int fuse, image, log;
    uint64_t size;
} disk;

static struct fuse_attr attributes(const disk *disk, uint64_t node) {
    struct fuse_attr result = {.ino = node, .nlink = 1, .blksize = 4096};
    result.mode = node == folder_node ? S_IFDIR | 0755 : S_IFREG | 0600;
    if (node == file_node) result.size = disk->size;
    return result;
}

/// Answers a request; `error` is 0 or an errno.
static void reply(const disk *disk, uint64_t unique, int error, const void *body, size_t length) {
    struct fuse_out_header head = {.error = -error, .unique = unique};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)(uintptr_t)body, error ? 0 : length}};
    head.len = (uint32_t)(sizeof head + parts[1].iov_len);
    if (writev(disk->fuse, parts, 2) < 0 && errno != ENOENT) perror("fuse");
}

static void begin(const disk *disk, uint64_t unique, const struct fuse_init_in *in) {
    struct fuse_init_out out = {.major = FUSE_KERNEL_VERSION, .minor = FUSE_KERNEL_MINOR_VERSION};
    if (in->minor < out.minor) out.minor = in->minor;
    out.max_readahead = in->max_readahead;
    out.flags = in->flags & FUSE_BIG_WRITES;
    out.max_write = longest_write;
    out.max_background = 16;
    out.congestion_threshold = 12;
    reply(disk, unique, 0, &out, out.minor < 23 ? FUSE_COMPAT_22_INIT_OUT_SIZE : sizeof out);
}

static void look_up(const disk *disk, uint64_t unique, const char *name) {
    struct fuse_entry_out out = {.nodeid = file_node, .attr_valid = 3600, .entry_valid = 3600};
    out.attr = attributes(disk, file_node);
    reply(disk, unique, strcmp(name, "disk") ? ENOENT : 0, &out, sizeof out);
}

static void read_some(const disk *disk, uint64_t unique, const struct fuse_read_in *in) {
    char *bytes = malloc(in->size);
    if (!bytes) return reply(disk, unique, ENOMEM, NULL, 0);
    ssize_t count = pread(disk->image, bytes, in->size, (off_t)in->offset);
    reply(disk, unique, count < 0 ? EIO : 0, bytes, count < 0 ? 0 : (size_t)count);
    free(bytes);
}

/// The log gets offset and length, 8 bytes each, and the bytes, before the answer.
static void write_some(const disk *disk, uint64_t unique, const struct fuse_write_in *in, const void *bytes) {
    uint64_t head[2] = {in->offset, in->size};
    struct iovec parts[2] = {{head, sizeof head}, {(void *)(uintptr_t)bytes, in->size}};
    ssize_t wanted = (ssize_t)(sizeof head + in->size);
    int error = pwrite(disk->image, bytes, in->size, (off_t)in->offset) == (ssize_t)in->size ? 0 : EIO;
    if (writev(disk->log, parts, 2) != wanted) error = EIO;
    struct fuse_write_out out = {.size = in->size};
    reply(disk, unique, error, &out, sizeof out);
}

static void serve(const disk *disk, const struct fuse_in_header *head, const void *body) {
    struct fuse_attr_out attr = {.attr_valid = 3600, .attr = attributes(disk, head->nodeid)};
    struct fuse_open_out opened = {0};
    struct fuse_statfs_out status = {.st = {.bsize = 4096, .namelen = 255}};
    switch (head->opcode) {
    case FUSE_INIT: return begin(disk, head->unique, body);
    case FUSE_LOOKUP: return look_up(disk, head->unique, body);
    case FUSE_GETATTR:
    case FUSE_SETATTR: return reply(disk, head->unique, 0, &attr, sizeof attr);
    case FUSE_OPEN:
    case FUSE_OPENDIR: return reply(disk, head->unique, 0, &opened, sizeof opened);
    case FUSE_READ: return read_some(disk, head->unique, body);
    case FUSE_WRITE:
        return write_some(disk, head->unique, body, (const char *)body + sizeof(struct fuse_write_in));
    case FUSE_STATFS: return reply(disk, head->unique, 0, &status, sizeof status);
    case FUSE_READDIR:
    case FUSE_FSYNC:
    case FUSE_FLUSH:
    case FUSE_RELEASE:
    case FUSE_RELEASEDIR:
    case FUSE_ACCESS: return reply(disk, head->unique, 0, NULL, 0);
    case FUSE_FORGET:
    case FUSE_BATCH_FORGET:
    case FUSE_INTERRUPT: return;
    default: return reply(disk, head->unique, ENOSYS, NULL, 0);
    }
}

int tracer_serve_disk(const char *folder, int image, int log) {
    struct stat info;
    if (fstat(image, &info) < 0) return errno;
    disk disk = {open("/dev/fuse", O_RDWR | O_CLOEXEC), image, log, (uint64_t)info.st_size};
    if (disk.fuse < 0) return errno;
    char options[128];
    snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0", disk.fuse);
    if (mount("gatebook-faults", folder, "fuse", MS_NOSUID | MS_NODEV, options) < 0) return errno;
    char *request = malloc(room);
    if (!request) return ENOMEM;
    while (true) {
        ssize_t count = read(disk.fuse, request, room);
        if (count < 0 && (errno == EINTR || errno == ENOENT || errno == EAGAIN)) continue;
        if (count < (ssize_t)sizeof(struct fuse_in_header)) break;
        const struct fuse_in_header *head = (const void *)request;
        serve(&disk, head, request + sizeof *head);
    }
    free(request);
    close(disk.fuse);
    return 0;
}
