/* The extract command. */
#ifndef EXTRACT_COMMAND_H
#define EXTRACT_COMMAND_H

#include "commands.h"

int extract_command(const Command *command, const Arguments *arguments);

/* Reads where an output is to go. NULL, or the value of an option that is wrong. */
const char *extract_output(const Arguments *arguments, dateline_output *out);

#endif
