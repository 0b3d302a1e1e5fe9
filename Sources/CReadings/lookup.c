#include "CReadings.h"
#include "readings.h"

static int is_zhuyin(uint16_t character) { return character >= 0x3105 && character <= 0x312F; }

static const char16_t *spelled(uint16_t syllable, uint16_t typed) {
    const struct spelling *spelling = &readings_spellings[syllable];
    return is_zhuyin(typed) ? spelling->zhuyin : spelling->pinyin;
}

/// The first of `count` records of `width` characters whose first character is not below `character`.
static int position(const char16_t *records, int count, int width, char16_t character) {
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (records[middle * width] < character) low = middle + 1; else high = middle;
    }
    return low;
}

int readings_of(uint16_t character, uint16_t syllables[4]) {
    if (character < READINGS_FROM || character > READINGS_TO) return 0;
    int count = 0;
    uint16_t first = readings_first[character - READINGS_FROM];
    if (first) syllables[count++] = first;
    int next = position(&readings_others->character, readings_others_count, 2, character);
    while (count < 4 && next < readings_others_count && readings_others[next].character == character)
        syllables[count++] = readings_others[next++].syllable;
    return count;
}

int readings_common(uint16_t syllable, const uint16_t *typed, int count) {
    if (count == 0) return 0;
    const char16_t *letters = spelled(syllable, typed[0]);
    int common = 0;
    while (common < count && letters[common] && letters[common] == typed[common]) common++;
    return common;
}

int readings_length(uint16_t syllable, uint16_t typed) {
    const char16_t *letters = spelled(syllable, typed);
    int length = 0;
    while (letters[length]) length++;
    return length;
}

uint16_t readings_pinyin(uint16_t syllable, int index) { return readings_spellings[syllable].pinyin[index]; }

uint16_t readings_zhuyin_initial(uint16_t syllable) { return readings_spellings[syllable].zhuyin[0]; }

uint16_t readings_simple(uint16_t character) {
    int at = position(readings_simplified, readings_simplified_count, 2, character);
    return at < readings_simplified_count && readings_simplified[at * 2] == character ? readings_simplified[at * 2 + 1] : character;
}

uint16_t readings_bare(uint16_t character) {
    char letter = ' ';
    if (character >= 0xC0 && character <= 0x24F) letter = readings_plain_00C0[character - 0xC0];
    if (character >= 0x1E00 && character <= 0x1EFF) letter = readings_plain_1E00[character - 0x1E00];
    return letter == ' ' ? character : (uint16_t)letter;
}
