/* The classes and properties of ontology/dateline.ttl, as far as extraction needs them. */
#ifndef ONTOLOGY_H
#define ONTOLOGY_H

#include "diag.h"
#include "lang.h"
#include "table.h"

#define DL_NS "https://w3id.org/dateline/ontology#"

typedef uint16_t ClassId; /* an index into Ontology.classes */
#define CLASS_NONE ((ClassId)0xFFFF)

typedef VECTOR(ClassId) ClassIds;

/* A set of one class, for the functions that take several. It lives as long as the block around it. */
#define CLASS_IDS(class_id) (&(ClassIds){.items = (ClassId[]){class_id}, .count = 1})

typedef struct Class {
    Text iri;
    Text name;              /* local name: "Award" */
    Text label[LANG_COUNT]; /* rdfs:label */
    Text direct_property;   /* IRI of the plain property that an actual event of this class yields, or empty */
    Text direct_role;   /* whose value that property gets: "object", "recipient", "place"; "self": the event itself */
    ClassIds ancestors; /* itself and every superclass among our classes, nearest first */
    bool is_event;      /* dl:Event or below */
    bool is_event_type; /* one of the published kinds of event: the class that an event states (dl:eventType) */
    bool tells_content; /* its object is what is said, decided or planned (dl:tellsContent) */
    bool is_local;      /* bodies of which each place has its own (dl:localKind) */
    bool outranks_plan; /* it is told instead of the plan of it (dl:outranksPlan) */
} Class;

typedef struct Property {
    Text iri;
    Text name; /* local name: "agent" */
    Text label[LANG_COUNT];
    ClassIds domain; /* any of these; empty: anything */
    ClassIds range;  /* any of these; empty: any thing, or a literal */
    Text datatype;   /* IRI, when its values are literals (xsd:date …; of several the first), or empty */
} Property;

typedef struct Ontology {
    VECTOR(Class) classes;
    VECTOR(Property) properties;
    Table class_ids;    /* local name -> index into classes */
    Table property_ids; /* local name -> index into properties */
    Text version;       /* owl:versionInfo */
    /* Classes that the engine itself speaks of; loading fails without them. */
    ClassId event, meeting, agent, organization, person, place, group, work, assembly;
    ClassId country, news_agency, school;
    ClassId statement, plan; /* or CLASS_NONE */
} Ontology;

/* Reads the ontology (Turtle) from `bytes`, the contents of `path`. Errors: DATELINE_RULES. */
Status ontology_load(Text path, Text bytes, Arena *arena, Diag *diag, Ontology **out);

/* By "dl:Award", "Award" or full IRI; CLASS_NONE / NULL when there is none. */
ClassId ontology_class(const Ontology *ontology, Text name);
const Property *ontology_property(const Ontology *ontology, Text name);
bool ontology_is_a(const Ontology *ontology, ClassId class_id, ClassId super);
bool ontology_is_any(const Ontology *ontology, ClassId class_id, const ClassIds *supers); /* an empty list admits all */

#endif
