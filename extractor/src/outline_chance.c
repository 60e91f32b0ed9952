/* Estimates how often parts of expressions begin at a place of a text, so that the rarest is looked for first. Reads no
 * expression and no text: a wrong estimate costs time and changes no answer. */
#include "outline.h"

#include "gate.h"

/* About how often a filler begins at a place. */
static const double CHANCE_OF_FILLER = 0.25;

static double at_most_one(double chance) {
    return chance < 1 ? chance : 1;
}

static double chance_of_class(const CharClass *class) {
    double sum = 0;
    for (size_t i = 0; i < class->ranges.count && !class->negated; i++) {
        const CharRange *range = &class->ranges.items[i];
        sum += gate_chance_of(range->low) * (range->high - range->low + 1);
    }
    return class->negated ? 1 : at_most_one(sum);
}

static double chance_of_literal(const Part *part) {
    double chance = 1;
    for (size_t i = 0; i < part->count; i++) {
        chance *= gate_chance_of(part->characters[i]);
    }
    return chance;
}

static double chance_of_sequence(const Outlines *outlines, const Part *part) {
    double chance = 1;
    for (size_t i = 0; i < part->count; i++) {
        chance *= outline_chance(outlines, part->parts[i]);
    }
    return chance;
}

static double chance_of_either(const Outlines *outlines, const Part *part) {
    double sum = 0;
    for (size_t i = 0; i < part->count && sum < 1; i++) {
        sum += outline_chance(outlines, part->choice->parts[i]);
    }
    return at_most_one(sum);
}

double outline_chance(const Outlines *outlines, const Part *part) {
    switch ((PartKind)part->kind) {
    case PART_LITERAL:
        return chance_of_literal(part);
    case PART_CLASS:
        return chance_of_class(&outlines->classes.items[part->count]);
    case PART_SEQUENCE:
        return chance_of_sequence(outlines, part);
    case PART_EITHER:
        return chance_of_either(outlines, part);
    case PART_REPEATED:
        return part->least ? outline_chance(outlines, part->parts[0]) : 1;
    case PART_AHEAD:
    case PART_BEHIND:
        return outline_chance(outlines, part->parts[0]);
    case PART_SLOT:
        return CHANCE_OF_FILLER;
    case PART_DEFINE:
        return outlines->defines.items[part->count].chance;
    case PART_NOTHING:
    case PART_ANYTHING:
    case PART_BEGIN:
    case PART_END:
    case PART_ADJUNCT:
        break;
    }
    return 1;
}
