/* The walk through a text of up to 2047 characters. */
#define WIDTH PLACES_ROOM
#define WALK_LEADS walk_leads_any
#define WALK_SLOT walk_slot_any
#include "sieve_pass.h"
