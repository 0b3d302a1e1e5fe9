#ifndef GATEBOOK_TRACER_H
#define GATEBOOK_TRACER_H

#include <stdbool.h>
#include <stddef.h>

/// What is done to a system call.
typedef enum {
    TRACER_NOTHING = 0,
    TRACER_NO_ROOM = 1,     // ENOSPC, the call is not made
    TRACER_BROKEN = 2,      // EIO, the call is not made
    TRACER_INTERRUPTED = 4, // EINTR, the call is not made
    TRACER_SHORT = 8,       // the call is made with half of its count
    TRACER_KILL = 16,       // SIGKILL before the call
    TRACER_UNSUPPORTED = 32 // EOPNOTSUPP, the call is not made
} tracer_fault;

/// Which calls a fault can hit.
typedef enum { TRACER_ANY_CALL, TRACER_SYNCS, TRACER_RESERVES } tracer_scope; // any; only fdatasync; only fallocate

/// One system call on the watched folder, or on standard output.
typedef struct {
    const char *name;  // as "fdatasync"; "answer" for standard output
    char file[128];    // last part of the path
    long result;       // what the program saw: a number, or a negative errno
    int possible;      // every tracer_fault that can befall this call
    bool is_injected;
} tracer_call;

/// One traced run.
typedef struct {
    const char *folder;      // only calls on files in here count
    int input, output, complaint; // descriptors that become the program's stdin, stdout and stderr
    tracer_fault fault;
    long at;                 // index of the first call that is hit, from 0
    long times;              // how many calls are hit, from there on, where the fault can befall them
    tracer_fault then;       // what befalls the call right after the last of them
    tracer_scope scope;
    volatile int *armed;     // where not NULL: how many faults may still fire; another thread may raise it while the program runs
    tracer_call *calls;      // room for the log
    size_t room;
    size_t count;            // calls seen; may exceed `room`
    long hits;               // faults that fired
    size_t last;             // number of the last call that was hit, from 1
} tracer_run;

/// Runs `arguments` (ending in NULL) under ptrace to its end, on the calling thread. Returns the status of waitpid(2), or -errno.
int tracer_trace(tracer_run *run, char *const arguments[]);

/// A new file without a name, closed on exec; -1 and errno.
int tracer_nameless_file(void);
/// pipe2(2), both ends closed on exec.
int tracer_pipe(int ends[2]);
/// A terminal of that size: its master and its slave end, both closed on exec. 0, or -1 and errno.
int tracer_terminal(int ends[2], int rows, int columns);
/// Cuts the power of the file system under `descriptor`: nothing that is not on the device by now gets there. -1 and errno.
int tracer_cut_power(int descriptor);

/// Mounts a FUSE file system on `folder` whose one file, `disk`, is `image`, and serves it until it is unmounted. Each write is
/// appended to `log`: offset and length, 8 bytes each in this machine's order, and the bytes. Returns 0 or an errno.
int tracer_serve_disk(const char *folder, int image, int log);

#endif
