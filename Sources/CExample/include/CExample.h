#ifndef CEXAMPLE_H
#define CEXAMPLE_H

#include <stddef.h>

/// A file of the example estate.
struct cexample_file {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

/// How many files there are.
size_t cexample_count(void);

/// The file at `index`; an empty one with null pointers outside 0..<cexample_count().
struct cexample_file cexample_file(size_t index);

#endif
