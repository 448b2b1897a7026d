/**
 * Mutants of the generator whose print does the same as the right one, each with its reason; most others print the same and need none.
 * One that is killed all the same does not belong here, and the report fails on it.
 */
const needless = "it asks whether an instant is never where it cannot be, or where the answer is the same";
const brackets = "it prints brackets around a single claim, or leaves them out where nothing is joined to it";
const computed = "it computes beforehand what need not be computed beforehand";
const onlyTwo = "of two deadlines the second is whichever is not the first";
const unreached = "it prints an answer after a branch that always ends before it";
const oftener = "it asks once more whether a deadline is due, where none is";
const unread = "what stands in place of a value that is missing is never read";

export const generatorEquivalents: Readonly<Record<string, string>> = {
  "generate/terms.ts mayBeNever === becomes !== #2": needless,
  "generate/terms.ts printTerm always the first #1": needless,
  "generate/terms.ts printReached always the second #1": needless,
  "generate/terms.ts printReached || becomes && #1": needless,
  "generate/terms.ts printReached || becomes && #2": needless,
  "generate/terms.ts bracketed always the first #1": brackets,
  "generate/terms.ts bracketed === becomes !== #1": brackets,
  "generate/terms.ts bracketed === becomes !== #2": brackets,
  "generate/rules.ts stateTest always the second #1": brackets,
  "generate/core.ts arrayOf always the first #1": "a wider column holds the same numbers",
  "generate/core.ts printEffect no filter #1": computed,
  "generate/core.ts printEffect && becomes || #1": computed,
  "generate/core.ts printEffect always the second #1":
    "no transition of this law reads what it has set before",
  "generate/core.ts printEffect always the second #2": "it sets the state that it is in",
  "generate/core.ts printSettle always the second #2": onlyTwo,
  "generate/core.ts printSettle always the second #3": onlyTwo,
  "generate/core.ts printSettle - becomes + #1": onlyTwo,
  "generate/core.ts printSettle prints > for >= #3":
    "the later of two instants is the same where they are equal",
  "generate/core.ts printEvent !== becomes === #1":
    "in this law the last alternative of an event asks nothing",
  "generate/core.ts printEvent sign forgotten #1": unreached,
  "generate/core.ts printEvent 1 becomes 2 #1": unreached,
  "generate/core.ts printEvent always the first #1": unreached,
  "generate/corestep.ts mayBeDueAfter !== becomes === #1":
    "in this law what a transition leaves due at once it has set itself",
  "generate/corestep.ts printDueTable always the first #1": oftener,
  "generate/corestep.ts printDueTable && becomes || #1": oftener,
  "generate/corestep.ts printStep always the first #1": "it prints a table that nobody asks",
  "generate/rules.ts scopeOf always the first #1": unread,
  "generate/rules.ts scopeOf === becomes !== #1": unread,
  "generate/law.ts printMachine always the first #1": "the words of a field that is no choice are never read",
};
