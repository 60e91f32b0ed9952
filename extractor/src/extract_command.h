/* The extract command. */
#ifndef EXTRACT_COMMAND_H
#define EXTRACT_COMMAND_H

#include "commands.h"

int extract_command(const Command *command, const Arguments *arguments);

#endif
