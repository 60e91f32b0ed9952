/* The two languages of the archive. */
#ifndef LANG_H
#define LANG_H

typedef enum Lang { LANG_EN, LANG_ZH } Lang;
enum { LANG_COUNT = 2 };

/* The language tag, as in RDF: "en", "zh". */
static inline const char *lang_tag(Lang lang) {
    return lang == LANG_EN ? "en" : "zh";
}

#endif
