/* The query and load commands. */
#ifndef STORE_COMMAND_H
#define STORE_COMMAND_H

#include "commands.h"

int query_command(const Command *command, const Arguments *arguments);
int load_command(const Command *command, const Arguments *arguments);

#endif
