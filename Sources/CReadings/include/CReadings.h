#ifndef CREADINGS_H
#define CREADINGS_H

#include <stdint.h>

/// The numbers of the syllables that a character can be read as, the most usual one first.
/// @return how many of the four were written.
int readings_of(uint16_t character, uint16_t syllables[4]);

/// How many of `count` characters are the beginning of the syllable, in Pinyin or in Zhuyin.
int readings_common(uint16_t syllable, const uint16_t *typed, int count);

/// The length of the syllable in the script that `typed` is in.
int readings_length(uint16_t syllable, uint16_t typed);

/// The letter of the syllable at `index`, not beyond its length, in Pinyin; 0 behind the last.
uint16_t readings_pinyin(uint16_t syllable, int index);

/// The first letter of the syllable in Zhuyin.
uint16_t readings_zhuyin_initial(uint16_t syllable);

/// The simplified form of a traditional character; of a radical or a compatibility character that of the one it looks like; any other as it is.
uint16_t readings_simple(uint16_t character);

/// The ASCII letter under the marks of a Latin letter; any other character as it is.
uint16_t readings_bare(uint16_t character);

#endif
