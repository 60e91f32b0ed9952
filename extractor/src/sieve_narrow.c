/* The walk through a text of up to 127 characters. */
#define WIDTH NARROW_PLACES
#define WALK_LEADS walk_narrow_leads
#define WALK_SLOT walk_narrow_slot
#include "sieve_pass.h"
