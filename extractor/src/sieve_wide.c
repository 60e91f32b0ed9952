/* The walk through a text of up to 2047 characters. */
#define WIDTH PLACES_ROOM
#define WALK_LEADS walk_wide_leads
#define WALK_SLOT walk_wide_slot
#include "sieve_pass.h"
