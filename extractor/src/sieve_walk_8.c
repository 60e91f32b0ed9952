/* The walk through a text of up to 511 characters. */
#define WIDTH 8
#define WALK_LEADS walk_leads_8
#define WALK_SLOT walk_slot_8
#include "sieve_pass.h"
