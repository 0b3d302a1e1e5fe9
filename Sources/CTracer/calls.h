#ifndef GATEBOOK_TRACER_CALLS_H
#define GATEBOOK_TRACER_CALLS_H

#include "tracer.h"
#include <stdint.h>
#include <sys/types.h>

/// Which file a system call is about.
typedef enum { BY_DESCRIPTOR, BY_PATH_0, BY_PATH_1, BY_PATH_3 } where;

/// A system call that can touch a file.
typedef struct {
    long number;
    const char *name;
    where place;
    int possible;
} known_call;

/// The entry for a number; NULL for a call that touches no file.
const known_call *find_call(uint64_t number);

/// Writes the path that the call is about to `path`, "" if there is none.
void find_path(pid_t thread, const known_call *call, const uint64_t arguments[6], char *path, size_t room);

#endif
