#ifndef READINGS_H
#define READINGS_H

#include <stdint.h>
#include <uchar.h>

/// The range of characters that have readings.
enum { READINGS_FROM = 0x4E00, READINGS_TO = 0x9FBB };

/// A syllable in Pinyin and in Zhuyin, without tone, ended by 0.
struct spelling {
    char16_t pinyin[7];
    char16_t zhuyin[4];
};

struct other_reading {
    char16_t character;
    uint16_t syllable;
};

/// By the number of the syllable; 0 is none.
extern const struct spelling readings_spellings[];
/// The first reading of each character.
extern const uint16_t readings_first[];
/// Further readings, in the order of the characters.
extern const struct other_reading readings_others[];
extern const int readings_others_count;
/// Traditional and simplified by turns, in the order of the traditional ones.
extern const char16_t readings_simplified[];
extern const int readings_simplified_count;
/// The ASCII letters of the Latin letters U+00C0 to U+024F and U+1E00 to U+1EFF; a space where there is none.
extern const char readings_plain_00C0[];
extern const char readings_plain_1E00[];

#endif
