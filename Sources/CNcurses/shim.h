#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// What Swift cannot import of ncursesw: macros, global variables, bit masks.

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <term.h>

// term.h has macros for every capability; these names are too common to leak.
#undef lines
#undef columns

static const attr_t cncurses_bold = A_BOLD;
static const attr_t cncurses_dim = A_DIM;
static const attr_t cncurses_reverse = A_REVERSE;
static const attr_t cncurses_underline = A_UNDERLINE;

/// Loads the description of $TERM. 1 found, 0 unknown or too poor for a screen, -1 no database.
static inline int cncurses_load_description(void) {
    int found = -1;
    setupterm(NULL, 1, &found);
    return found;
}

/// The text of a capability of the loaded description, or NULL when the terminal lacks it.
static inline const char *cncurses_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

/// Opens the terminal, and ends once at once: until the first `endwin`, ncurses 6.4 sends every movement of the cursor by a
/// `write` of its own; afterwards a frame is one `write`.
static inline SCREEN *cncurses_open(void) {
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (screen) endwin();
    return screen;
}

static inline int cncurses_colours(void) { return has_colors() ? COLORS : 0; }

static inline int cncurses_rows(void) { return getmaxy(stdscr); }
static inline int cncurses_columns(void) { return getmaxx(stdscr); }

/// One cell: a base character, up to two combining marks (0 for none), attributes and a colour pair.
static inline cchar_t cncurses_cell(uint32_t base, uint32_t first, uint32_t second, attr_t attributes, short pair) {
    wchar_t text[4] = {(wchar_t)base, (wchar_t)first, (wchar_t)second, 0};
    cchar_t cell;
#if NCURSES_EXT_COLORS
    memset(&cell, 0, sizeof cell);
    memcpy(cell.chars, text, sizeof text);
    cell.attr = attributes | COLOR_PAIR(pair);
    cell.ext_color = pair;
#else
    setcchar(&cell, text, attributes, pair, NULL);
#endif
    return cell;
}

/// Puts cells side by side from a column of a row on; wide ones take two columns, nothing wraps.
static inline void cncurses_put(int row, int column, const cchar_t *cells, int count) {
    wmove(stdscr, row, column);
    wadd_wchnstr(stdscr, cells, count);
}

static inline void cncurses_move(int row, int column) { wmove(stdscr, row, column); }
static inline void cncurses_send_all(void) { clearok(stdscr, TRUE); }
static inline void cncurses_send(void) { wrefresh(stdscr); }

#endif
