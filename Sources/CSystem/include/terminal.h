#ifndef CSYSTEM_TERMINAL_H
#define CSYSTEM_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What the locale of the environment says of the terminal's characters.
typedef enum {
    TERMINAL_TEXT_PLAIN,   // no locale, or one of bytes: UTF-8 is used, but nobody promised it
    TERMINAL_TEXT_CHINESE, // a legacy Chinese codeset (Big5, GB18030, ...)
    TERMINAL_TEXT_UTF8
} terminal_text;

/// Sets LC_CTYPE once for the process: the environment's where it can hold Chinese, else C.UTF-8. Any thread.
terminal_text terminal_prepare_text(void);

/// Columns of a code point as ncurses and terminals count them: 0, 1, 2, or -1 when it cannot be shown.
int terminal_columns(uint32_t scalar);

/// The size of the terminal behind `descriptor`; false when it does not know one.
bool terminal_size(int descriptor, int *rows, int *columns);

/// Switches off flow control and the translation of typed bytes. Returns 0 or an errno.
int terminal_let_bytes_through(int descriptor);

/// Keeps the mode of `descriptor` and up to 512 `bytes` that reset the screen, and writes both back if the program
/// crashes. Returns 0 or an errno.
int terminal_guard(int descriptor, const uint8_t *bytes, size_t count);

/// Brings back the kept mode and ends the guard. Does nothing without one.
void terminal_release(void);

/// Blocks the signals a full-screen program waits for, ignores SIGPIPE, and returns a non-blocking descriptor
/// that reports them, or -1 with errno. Call it before threads are started: they inherit the mask.
int terminal_open_signals(void);

/// The number of the next waiting signal, or 0.
int terminal_take_signal(int descriptor);

/// A non-blocking event counter, or -1 with errno.
int terminal_open_event(void);

#endif
