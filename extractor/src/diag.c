/* Formats diagnostics and hands them to whoever listens. Never prints, never exits. */
#include "diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_MESSAGE = 4096, LONGEST_PATH = 1024 };

static void tell(const Diag *diag, Place place, const char *label, const char *format, va_list arguments) {
    if (!diag->sink) {
        return;
    }
    char message[LONGEST_MESSAGE];
    size_t used = 0;
    if (place.file.length) {
        used += (size_t)snprintf(message, sizeof message,
                                 "%.*s:", (int)(place.file.length < LONGEST_PATH ? place.file.length : LONGEST_PATH),
                                 place.file.at);
    }
    if (place.line) {
        used += (size_t)snprintf(message + used, sizeof message - used, "%zu:", place.line);
    }
    if (place.column) {
        used += (size_t)snprintf(message + used, sizeof message - used, "%zu:", place.column);
    }
    used += (size_t)snprintf(message + used, sizeof message - used, "%s%s", used ? " " : "", label);
    vsnprintf(message + used, sizeof message - used, format, arguments);
    diag->sink(diag->context, message);
}

void diag_error(Diag *diag, Place place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    tell(diag, place, "", format, arguments);
    va_end(arguments);
    diag->errors++;
}

void diag_warning(Diag *diag, Place place, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    tell(diag, place, "warning: ", format, arguments);
    va_end(arguments);
    diag->warnings++;
}

Place place_of(Text file, Text whole, size_t at) {
    Place place = {file, 1, 1};
    size_t line_start = 0;
    for (size_t i = 0; i < at && i < whole.length; i++) {
        if (whole.at[i] == '\n') {
            place.line++;
            line_start = i + 1;
        }
    }
    place.column = utf8_count(text_slice(whole, line_start, at)) + 1;
    return place;
}
