/* The walk through a text of up to 255 characters. */
#define WIDTH 4
#define WALK_LEADS walk_leads_4
#define WALK_SLOT walk_slot_4
#include "sieve_pass.h"
