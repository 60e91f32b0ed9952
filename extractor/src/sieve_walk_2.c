/* The walk through a text of up to 127 characters. */
#define WIDTH 2
#define WALK_LEADS walk_leads_2
#define WALK_SLOT walk_slot_2
#include "sieve_pass.h"
