#ifndef GATEBOOK_BASELINE_H
#define GATEBOOK_BASELINE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Appends `bytes` once by write(2) and fdatasync(2); the nanoseconds that took, or -1.
int64_t baseline_append(int descriptor, const void *bytes, size_t count);
/// Nanoseconds of CLOCK_MONOTONIC.
int64_t baseline_now(void);
/// Runs a program in a terminal of its own of the given size.
/// Returns the terminal's descriptor and stores the process; -1 on failure.
int baseline_terminal(const char *const arguments[], int columns, int rows, pid_t *process);

#endif
