/* The walk through a text of up to 63 characters. */
#define WIDTH 1
#define WALK_LEADS walk_leads_1
#define WALK_SLOT walk_slot_1
#include "sieve_pass.h"
