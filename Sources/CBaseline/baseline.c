#define _GNU_SOURCE
#include "CBaseline.h"

#include <pty.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int64_t baseline_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t baseline_append(int descriptor, const void *bytes, size_t count) {
    int64_t begin = baseline_now();
    if (write(descriptor, bytes, count) != (ssize_t)count || fdatasync(descriptor) < 0) return -1;
    return baseline_now() - begin;
}

int baseline_terminal(const char *const arguments[], int columns, int rows, pid_t *process) {
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    int terminal;
    pid_t child = forkpty(&terminal, NULL, NULL, &size);
    if (child < 0) return -1;
    if (child == 0) {
        setenv("TERM", "xterm-256color", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        execv(arguments[0], (char *const *)arguments);
        _exit(127);
    }
    *process = child;
    return terminal;
}
