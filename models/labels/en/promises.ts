/**
 * The English one-line name of every promise, as tables and reports print it; its prose and predicate stand in models/properties.ts.
 * A key is the promise's id, on which commands and other people's scripts rely. ko/promises.ts has the same keys, or does not compile.
 */
export const promises = {
  "no-pass-without-consent": "No pass is issued without consent to the notice in force.",
  "no-pass-without-verification": "No pass is issued without a live phone verification.",
  "verification-covers-pass":
    "Every pass is issued before its verification ends, and is not recalled by its end.",
  "withdrawal-stops-issuance": "Withdrawing consent stops issuance at once.",
  "no-collection-when-suspended": "Nothing is collected while the crisis level does not allow it.",
  "pass-bounded": "Nothing is stored under a pass long after its time online.",
  "stored-once": "No pass is stored twice.",
  "two-officers": "Nobody is re-identified by one officer alone.",
  "within-scope": "Nothing is joined outside an approved case, its venues and its window.",
  "join-refuses-withdrawn": "Whoever has withdrawn is named under no case.",
  "disclosure-logged": "Every disclosure stands in the registers.",
  "issuer-blind": "The issuer cannot learn a place.",
  "custodian-blind": "The custodian cannot name anybody.",
  "venue-blind": "The venue cannot see who the visitor is.",
  "retention-kept": "No visit, key or disclosed copy outlives its retention.",
  "erased-stays-erased": "What is erased never comes back.",
  "trace-possible": "A stored visit can be joined for at least 14 days, unless consent is withdrawn.",
  "everything-ends": "Every record, case and challenge comes to its end.",
} as const;
