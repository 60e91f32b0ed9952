/* What English sentences put around and between who does what to whom: asides, places, days, tails. Sentences of our
 * own, read with the shipped rules. */
#include "reading.h"

#define EN(sentence, facts) CHECK_TEXT(told_with(LANG_EN, sentence, false, true), facts)

#define FOUNDED "Founding Actual agent Ministry of Forestry object school"

static void asides_hand_the_subject_on(void) {
    EN("The Ministry of Forestry, which has thirty bureaus, founded a school.", FOUNDED "; ");
    EN("The Ministry of Forestry, in addition to planting trees, also founded a school.", FOUNDED "; ");
    EN("The Ministry of Forestry, inspired by the harvest, founded a school.", FOUNDED "; ");
    EN("The Ministry of Forestry -- after a long delay -- founded a school.", FOUNDED "; ");
    EN("The Salt Bureau in Qinghe County, Hebei Province, which mines salt, founded a school.",
       "Founding Actual agent Salt Bureau object school; ");
    EN("On May 3 the Ministry of Forestry met the peasants, and founded a school.", FOUNDED " on 1956-05-03; ");
    EN("The Ministry of Forestry worked hard. Yesterday, it has founded a school.", FOUNDED " on 1956-05-05; ");
    EN("The Ministry of Forestry worked hard; it also founded a school.", FOUNDED "; ");
    EN("The Ministry of Forestry worked hard, it rained, and schools founded in 1950 closed.", "");
}

static void places_ahead(void) {
    EN("In Shanghai, the Ministry of Forestry founded a school.", FOUNDED " place Shanghai; ");
    EN("In Shanghai on May 4, the Ministry of Forestry founded a school.", FOUNDED " place Shanghai on 1956-05-04; ");
    EN("On May 4, in Shanghai, the Ministry of Forestry founded a school.", FOUNDED " place Shanghai on 1956-05-04; ");
    EN("In Shanghai mills, the Ministry of Forestry founded a school.", FOUNDED "; ");
}

static void days_before_the_verb(void) {
    EN("The Ministry of Forestry on the afternoon of the 4th founded a school.", FOUNDED " on 1956-05-04; ");
    EN("To greet May Day, the Ministry of Forestry founded a school.", FOUNDED "; ");
    EN("The Ministry of Forestry on the 4th Floor founded a school.", FOUNDED "; ");
}

static void days_and_places_behind_the_verb(void) {
    EN("The Ministry of Forestry convened on the 4th a forum.",
       "Meeting Actual agent Ministry of Forestry on 1956-05-04; ");
    EN("The Ministry of Forestry convened in Shanghai on May 4 a forum.",
       "Meeting Actual agent Ministry of Forestry place Shanghai on 1956-05-04; ");
    EN("The Ministry of Forestry founded today a school.", FOUNDED " on 1956-05-06; ");
    EN("The Ministry of Forestry convened on principle a forum.", "");
}

static void tails_name_nothing(void) {
    EN("India and Burma signed a trade agreement on the 4th in Shanghai.",
       "Agreement Actual agent India agent Burma object trade agreement place Shanghai on 1956-05-04; ");
    EN("The Forestry Congress elected a new committee in Shanghai yesterday.",
       "Election Actual agent Forestry Congress object new committee place Shanghai on 1956-05-05; ");
    EN("The Forestry Congress elected a new committee amid warm applause.",
       "Election Actual agent Forestry Congress object new committee; ");
    EN("The Forestry Congress elected a new committee and expressed its thanks.",
       "Election Actual agent Forestry Congress object new committee; ");
    EN("The Forestry Congress elected a new committee for the first time recently.",
       "Election Actual agent Forestry Congress object new committee; ");
    EN("The Ministry of Forestry awarded banners to the workers in order to raise output.",
       "Award Actual agent Ministry of Forestry object banners recipient workers; ");
    EN("The Forestry Congress elected a new committee tonight -- this is good.",
       "Election Actual agent Forestry Congress object new committee on 1956-05-06; ");
}

static void others_are_not_named(void) {
    EN("The Ministry of Forestry and other units founded a school.", FOUNDED "; ");
}

static void offices_stand_before_names(void) {
    EN("Deputy Minister of Foreign Trade Li Deshan received the Burmese delegation.",
       "Reception Actual agent Li Deshan recipient Burmese delegation; ");
}

#define BANQUET "Reception Actual agent Chen Yi agent He Long"

static void offices_and_others_stand_among_names(void) {
    EN("Chen Yi, He Long and others received the Burmese delegation.", BANQUET " recipient Burmese delegation; ");
    EN("Chen Yi, He Long, and twelve others received the Burmese delegation.",
       BANQUET " recipient Burmese delegation; ");
    EN("Chen Yi, mayor of Shanghai, and He Long, deputy director of the Salt Bureau, received the Burmese delegation.",
       BANQUET " recipient Burmese delegation; ");
}

static void our_own_news_is_no_hearsay(void) {
    EN("According to a report from our newspaper, the Ministry of Forestry founded a school.", FOUNDED "; ");
}

/* "Army" behind "of" is not what the whole is. */
static void short_names(void) {
    EN("The Command of the Harbour Army sent a letter. The Harbour Army captured Luoyang.",
       "Combat Actual agent Harbour Army object Luoyang; ");
}

static void relatives_tell_of_the_last(void) {
    EN("The Ministry of Forestry trusted the workers, who founded a school.",
       "Founding Actual agent workers object school; ");
    EN("The Ministry of Forestry, which trusted the workers, founded a school.", FOUNDED "; ");
}

/* What somebody wants, can or is kept from has not happened. */
static void deeds_that_are_none(void) {
    EN("It is impossible for the Ministry of Forestry to found a school.", "");
    EN("Without founding a school, the Ministry of Forestry cannot train workers.", "");
    EN("In order to found a school, the Ministry of Forestry saved money.", "");
    EN("The Ministry of Forestry, short of money, was unable to found a school.", "");
    EN("The Ministry of Forestry asked the workers how to found a school.", "");
    EN("If Premier U Nu leaves Shanghai, the streets are empty.", "");
    EN("The enemy claimed that the Ministry of Forestry founded a school.",
       "Founding Reported agent Ministry of Forestry object school; ");
    EN("It is rumored that the Ministry of Forestry founded a school.",
       "Founding Reported agent Ministry of Forestry object school; ");
    EN("The Ministry of Forestry was asked to convene a forum.", "Meeting Demanded agent Ministry of Forestry; ");
}

static void all(void) {
    offices_stand_before_names();
    asides_hand_the_subject_on();
    places_ahead();
    days_before_the_verb();
    days_and_places_behind_the_verb();
    tails_name_nothing();
    others_are_not_named();
    offices_and_others_stand_among_names();
    our_own_news_is_no_hearsay();
    short_names();
    relatives_tell_of_the_last();
    deeds_that_are_none();
}

int main(void) {
    return read_with(all);
}
