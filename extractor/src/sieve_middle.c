/* The walk through a text of up to 255 characters. */
#define WIDTH MIDDLE_PLACES
#define WALK_LEADS walk_middle_leads
#define WALK_SLOT walk_middle_slot
#include "sieve_pass.h"
