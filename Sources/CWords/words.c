#include "CWords.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char english[] = {
#embed "english.txt"
};

static const unsigned char traditional[] = {
#embed "chinese_traditional.txt"
};

static const unsigned char simplified[] = {
#embed "chinese_simplified.txt"
};

struct cwords_list cwords_english(void) { return (struct cwords_list){ english, sizeof english }; }
struct cwords_list cwords_traditional(void) { return (struct cwords_list){ traditional, sizeof traditional }; }
struct cwords_list cwords_simplified(void) { return (struct cwords_list){ simplified, sizeof simplified }; }
