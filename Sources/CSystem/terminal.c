#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Text

static pthread_once_t text_once = PTHREAD_ONCE_INIT;
static terminal_text text_kind = TERMINAL_TEXT_PLAIN;

static bool environment_names_utf8(void) {
    const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return false;
}

static bool is_chinese_codeset(const char *name) {
    return strncasecmp(name, "BIG5", 4) == 0 || strncasecmp(name, "GB", 2) == 0 || strcasecmp(name, "EUC-TW") == 0;
}

static void prepare_text(void) {
    setlocale(LC_CTYPE, "");
    const char *codeset = nl_langinfo(CODESET);
    if (strcasecmp(codeset, "UTF-8") == 0) {
        text_kind = TERMINAL_TEXT_UTF8;
    } else if (is_chinese_codeset(codeset)) {
        text_kind = TERMINAL_TEXT_CHINESE;
    } else {
        text_kind = environment_names_utf8() ? TERMINAL_TEXT_UTF8 : TERMINAL_TEXT_PLAIN;
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

terminal_text terminal_prepare_text(void) {
    pthread_once(&text_once, prepare_text);
    return text_kind;
}

int terminal_columns(uint32_t scalar) {
    pthread_once(&text_once, prepare_text);
    int columns = wcwidth((wchar_t)scalar);
    if (text_kind != TERMINAL_TEXT_CHINESE || columns < 0)
        return columns;
    // The width is known of more than such a terminal can be sent.
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    if (wcrtomb(bytes, (wchar_t)scalar, &state) == (size_t)-1)
        return -1;
    return columns;
}

// Size and mode

bool terminal_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

int terminal_let_bytes_through(int descriptor) {
    struct termios mode;
    if (tcgetattr(descriptor, &mode) != 0)
        return errno;
    mode.c_iflag &= ~(tcflag_t)(IXON | IXOFF | IXANY | ISTRIP | INLCR | IGNCR | ICRNL);
    return tcsetattr(descriptor, TCSANOW, &mode) == 0 ? 0 : errno;
}

// The guard against a crash

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { crash_signal_count = sizeof crash_signals / sizeof *crash_signals };

static struct {
    volatile sig_atomic_t armed;
    int descriptor;
    pid_t process;
    struct termios mode;
    size_t count;
    uint8_t bytes[512];
    struct sigaction before[crash_signal_count];
    stack_t stack_before;
} guarded;

static uint8_t crash_stack[64 * 1024];

static void write_all(int descriptor, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written <= 0)
            return;
        bytes += written;
        count -= (size_t)written;
    }
}

static void restore_handlers(void) {
    for (int i = 0; i < crash_signal_count; i++)
        sigaction(crash_signals[i], &guarded.before[i], NULL);
}

static void crashed(int number) {
    int code = errno;
    if (guarded.armed && guarded.process == getpid()) {
        guarded.armed = 0;
        write_all(guarded.descriptor, guarded.bytes, guarded.count);
        tcsetattr(guarded.descriptor, TCSANOW, &guarded.mode);
    }
    restore_handlers();
    errno = code;
    raise(number);
}

int terminal_guard(int descriptor, const uint8_t *bytes, size_t count) {
    if (guarded.armed)
        return EBUSY;
    if (tcgetattr(descriptor, &guarded.mode) != 0)
        return errno;
    guarded.descriptor = descriptor;
    guarded.process = getpid();
    guarded.count = count < sizeof guarded.bytes ? count : sizeof guarded.bytes;
    memcpy(guarded.bytes, bytes, guarded.count);

    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, &guarded.stack_before);
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < crash_signal_count; i++)
        sigaction(crash_signals[i], &action, &guarded.before[i]);
    guarded.armed = 1;
    return 0;
}

void terminal_release(void) {
    if (!guarded.armed)
        return;
    guarded.armed = 0;
    tcsetattr(guarded.descriptor, TCSADRAIN, &guarded.mode);
    restore_handlers();
    sigaltstack(&guarded.stack_before, NULL);
}

// Waiting

int terminal_open_signals(void) {
    const int numbers[] = {SIGWINCH, SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCONT, SIGTSTP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaddset(&set, numbers[i]);
    int code = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (code != 0) {
        errno = code;
        return -1;
    }
    signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int terminal_take_signal(int descriptor) {
    struct signalfd_siginfo information;
    ssize_t count;
    do
        count = read(descriptor, &information, sizeof information);
    while (count < 0 && errno == EINTR);
    return count == (ssize_t)sizeof information ? (int)information.ssi_signo : 0;
}

int terminal_open_event(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
