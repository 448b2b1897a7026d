// The part of a scenario that describes its people: how many, where they live and with whom, how old they are,
// what phone they have, who gives them their passes, and how often they go out.
// Shares within a list sum to 1, and nothing here knows of the policy or of what the system answers.
import { Schema } from "effect";
import { amount, group, Share, Text, whole } from "./figure.ts";
import { atLeastOne, idsOnce, sharesOfOne, weights } from "./lists.ts";
import { SeoulDate } from "./span.ts";

export const peopleMost = 10_000_000;

const District = Schema.Struct({ ko: Text, en: Text, share: Share });

const Age = Schema.Struct({
  id: Text,
  ko: Text,
  en: Text,
  share: Share,
  /** Of these people: who has no phone that shows a pass, and who has an old one. The first are written on paper. */
  withoutPhone: Share,
  oldPhone: Share,
  /** How often they go out, beside the others. */
  goesOut: amount(0, 10),
}).check(
  Schema.makeFilter(({ withoutPhone, oldPhone }) => withoutPhone + oldPhone < 1.001, {
    expected: "an age of which withoutPhone and oldPhone are 1 at most together",
  }),
);

const Issuer = Schema.Struct({
  id: Text,
  ko: Text,
  en: Text,
  share: Share,
  /** The day it began; its people use another one until then. */
  from: Schema.optionalKey(SeoulDate),
});

/** The largest home there is; the weights of the sizes begin with people who live alone. */
export const householdMost = 6;

export const PeopleFigures = group({
  count: whole(1, peopleMost),
  /** One virtual person stands for so many people, in a nation that is run small. */
  standsFor: Schema.optionalKey(whole(1, 1_000_000)),
  districts: Schema.Array(District).check(atLeastOne("district"), sharesOfOne()),
  ages: Schema.Array(Age).check(atLeastOne("age"), idsOnce, sharesOfOne()),
  householdSizes: weights(householdMost, "weights, of homes with 1 to 6 people, not all 0"),
  issuers: Schema.Array(Issuer).check(atLeastOne("issuer"), idsOnce, sharesOfOne()),
  /** How many times as often a pass is shown late on an old phone. */
  oldPhoneLate: amount(0, 100),
  /** How unequal people are in going out: 0 all alike, 1 a few very often. */
  activityTail: amount(0, 3),
  favourites: whole(1, 20),
  favouriteShare: Share,
  /** The share of favourites that lie in the home district. */
  localShare: Share,
  visitsADayMax: whole(1, 3),
});
