#ifndef GATEBOOK_TRACER_REGISTERS_H
#define GATEBOOK_TRACER_REGISTERS_H

// What must be changed in the registers of a stopped thread; included by tracer.c alone.

#if defined(__x86_64__)

#define REGISTER(name) ((void *)offsetof(struct user_regs_struct, name))

static void skip_call(pid_t thread) { ptrace(PTRACE_POKEUSER, thread, REGISTER(orig_rax), -1L); }
static void set_result(pid_t thread, long result) { ptrace(PTRACE_POKEUSER, thread, REGISTER(rax), result); }
static void set_count(pid_t thread, uint64_t count) { ptrace(PTRACE_POKEUSER, thread, REGISTER(rdx), (long)count); }

#elif defined(__aarch64__)

#include <elf.h>
#include <sys/uio.h>

static void set_register(pid_t thread, int index, uint64_t value) {
    struct user_regs_struct all;
    struct iovec place = {&all, sizeof all};
    if (ptrace(PTRACE_GETREGSET, thread, (void *)NT_PRSTATUS, &place) < 0) return;
    all.regs[index] = value;
    ptrace(PTRACE_SETREGSET, thread, (void *)NT_PRSTATUS, &place);
}

static void skip_call(pid_t thread) {
    int number = -1;
    struct iovec place = {&number, sizeof number};
    ptrace(PTRACE_SETREGSET, thread, (void *)NT_ARM_SYSTEM_CALL, &place);
}
static void set_result(pid_t thread, long result) { set_register(thread, 0, (uint64_t)result); }
static void set_count(pid_t thread, uint64_t count) { set_register(thread, 2, count); }

#else
#error "The tracer knows x86-64 and arm64 only."
#endif

#endif
