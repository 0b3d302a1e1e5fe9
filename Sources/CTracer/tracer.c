#define _GNU_SOURCE
#include "calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "registers.h"

/// A thread that is inside a call of interest.
typedef struct {
    pid_t thread;
    bool is_inside;
    long error;         // what the call is to return; 0 for what it returns
    tracer_call *entry; // NULL where the log is full or the call is not of interest
} thread_state;

enum { most_threads = 64 };

static thread_state *state_of(thread_state *states, pid_t thread) {
    for (int i = 0; i < most_threads; i++)
        if (states[i].thread == thread) return &states[i];
    for (int i = 0; i < most_threads; i++)
        if (states[i].thread == 0) {
            states[i] = (thread_state){.thread = thread};
            return &states[i];
        }
    abort();
}

/// What can really befall this very call: room is needed by an `open` that creates only, and one byte cannot be halved.
static int possible(const known_call *call, const uint64_t arguments[6]) {
    int faults = call->possible;
    uint64_t flags = call->place == BY_PATH_0 ? arguments[1] : arguments[2];
    if (!strcmp(call->name, "open") && !(flags & O_CREAT)) faults &= ~TRACER_NO_ROOM;
    if (arguments[2] < 2) faults &= ~TRACER_SHORT;
    return faults;
}

/// Writes the call down. NULL if it is not on the folder, nor an answer.
static tracer_call *note(tracer_run *run, pid_t thread, const known_call *call, const uint64_t arguments[6]) {
    static _Thread_local tracer_call surplus;
    char path[4096];
    bool is_answer = arguments[0] == 1 && !strcmp(call->name, "write");
    size_t length = strlen(run->folder);
    if (!is_answer) {
        find_path(thread, call, arguments, path, sizeof path);
        if (strncmp(path, run->folder, length)) return NULL;
        if (path[length] && path[length] != '/') return NULL;
    }
    tracer_call *entry = run->count < run->room ? &run->calls[run->count] : &surplus;
    run->count++;
    memset(entry, 0, sizeof *entry);
    entry->name = is_answer ? "answer" : call->name;
    entry->possible = is_answer ? TRACER_KILL : possible(call, arguments);
    if (!is_answer) strncpy(entry->file, strrchr(path, '/') + 1, sizeof entry->file - 1);
    return entry;
}

static void inject(
    tracer_run *run, tracer_fault fault, thread_state *state, pid_t process, const uint64_t arguments[6]) {
    state->entry->is_injected = true;
    run->hits++;
    if (run->armed) --*run->armed;
    run->last = run->count;
    switch (fault) {
    case TRACER_KILL: kill(process, SIGKILL); return;
    case TRACER_SHORT: set_count(state->thread, arguments[2] / 2); return;
    case TRACER_NO_ROOM: state->error = ENOSPC; break;
    case TRACER_BROKEN: state->error = EIO; break;
    case TRACER_INTERRUPTED: state->error = EINTR; break;
    case TRACER_UNSUPPORTED: state->error = EOPNOTSUPP; break;
    case TRACER_NOTHING: return;
    }
    skip_call(state->thread);
}

/// What befalls the call that was noted just now.
static tracer_fault due(const tracer_run *run, const tracer_call *call) {
    if (run->scope == TRACER_SYNCS && strcmp(call->name, "fdatasync")) return TRACER_NOTHING;
    if (run->scope == TRACER_RESERVES && strcmp(call->name, "fallocate")) return TRACER_NOTHING;
    if (run->armed && *run->armed <= 0) return TRACER_NOTHING;
    if (run->hits < run->times) return (long)run->count > run->at ? run->fault & call->possible : TRACER_NOTHING;
    return run->count == run->last + 1 ? run->then & call->possible : TRACER_NOTHING;
}

static void stopped_at_call(tracer_run *run, thread_state *state, pid_t process) {
    struct __ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, state->thread, (void *)sizeof info, &info) < 0) return;
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
        const known_call *call = find_call(info.entry.nr);
        state->error = 0;
        state->entry = call ? note(run, state->thread, call, (const uint64_t *)info.entry.args) : NULL;
        tracer_fault fault = state->entry ? due(run, state->entry) : TRACER_NOTHING;
        if (fault) inject(run, fault, state, process, (const uint64_t *)info.entry.args);
    } else if (info.op == PTRACE_SYSCALL_INFO_EXIT && state->entry) {
        if (state->error) set_result(state->thread, -state->error);
        state->entry->result = state->error ? -state->error : (long)info.exit.rval;
        state->entry = NULL;
    }
}

/// Signals are passed on; stops that ptrace itself makes are not.
static int signal_to_pass(int status) {
    int signal = WSTOPSIG(status);
    if (status >> 16 || signal == SIGSTOP || signal == (SIGTRAP | 0x80)) return 0;
    return signal;
}

static int watch(tracer_run *run, pid_t process) {
    thread_state states[most_threads] = {0};
    while (true) {
        int status;
        pid_t thread = waitpid(-1, &status, __WALL | __WNOTHREAD);
        if (thread < 0 && errno == EINTR) continue;
        if (thread < 0) return -errno;
        thread_state *state = state_of(states, thread);
        if (!WIFSTOPPED(status)) {
            // The first thread is reported last.
            if (thread == process) return status;
            state->thread = 0;
            continue;
        }
        if (WSTOPSIG(status) == (SIGTRAP | 0x80)) stopped_at_call(run, state, process);
        ptrace(PTRACE_SYSCALL, thread, 0, signal_to_pass(status));
    }
}

int tracer_trace(tracer_run *run, char *const arguments[]) {
    run->count = 0;
    run->hits = 0;
    run->last = 0;
    pid_t process = fork();
    if (process < 0) return -errno;
    if (process == 0) {
        dup2(run->input, 0);
        dup2(run->output, 1);
        dup2(run->complaint, 2);
        signal(SIGPIPE, SIG_DFL);
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        raise(SIGSTOP);
        execv(arguments[0], arguments);
        _exit(127);
    }
    int status;
    if (waitpid(process, &status, __WALL) < 0) return -errno;
    long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
        | PTRACE_O_TRACEEXEC;
    if (ptrace(PTRACE_SETOPTIONS, process, 0, options) < 0 || ptrace(PTRACE_SYSCALL, process, 0, 0) < 0) {
        int reason = errno;
        kill(process, SIGKILL);
        waitpid(process, &status, __WALL);
        return -reason;
    }
    return watch(run, process);
}
