#include "CExample.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char estate_yaml[] = {
#embed "../../config/estate.yaml"
};

static const unsigned char posts_yaml[] = {
#embed "../../config/posts.yaml"
};

static const unsigned char rules_yaml[] = {
#embed "../../config/rules.yaml"
};

static const unsigned char patrol_yaml[] = {
#embed "../../config/patrol.yaml"
};

static const unsigned char orders_yaml[] = {
#embed "../../config/orders.yaml"
};

static const unsigned char desk_yaml[] = {
#embed "../../config/desk.yaml"
};

static const unsigned char guards_csv[] = {
#embed "../../config/guards.csv"
};

static const unsigned char units_csv[] = {
#embed "../../config/units.csv"
};

static const unsigned char residents_csv[] = {
#embed "../../config/residents.csv"
};

static const unsigned char vehicles_csv[] = {
#embed "../../config/vehicles.csv"
};

static const unsigned char deny_csv[] = {
#embed "../../config/deny.csv"
};

#define FILE_OF(name, bytes) { name, bytes, sizeof bytes }

static const struct cexample_file files[] = {
    FILE_OF("estate.yaml", estate_yaml),
    FILE_OF("posts.yaml", posts_yaml),
    FILE_OF("rules.yaml", rules_yaml),
    FILE_OF("patrol.yaml", patrol_yaml),
    FILE_OF("orders.yaml", orders_yaml),
    FILE_OF("desk.yaml", desk_yaml),
    FILE_OF("guards.csv", guards_csv),
    FILE_OF("units.csv", units_csv),
    FILE_OF("residents.csv", residents_csv),
    FILE_OF("vehicles.csv", vehicles_csv),
    FILE_OF("deny.csv", deny_csv),
};

size_t cexample_count(void) { return sizeof files / sizeof files[0]; }

struct cexample_file cexample_file(size_t index) {
    if (index < cexample_count()) return files[index];
    return (struct cexample_file){ 0, 0, 0 };
}
