#ifndef CWORDS_H
#define CWORDS_H

#include <stddef.h>

/// 2,048 words in UTF-8, each with a line feed behind it.
struct cwords_list {
    const unsigned char *bytes;
    size_t size;
};

struct cwords_list cwords_english(void);
struct cwords_list cwords_traditional(void);
struct cwords_list cwords_simplified(void);

#endif
