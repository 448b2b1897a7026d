// The answers to the open questions in English.
// Each sentence follows the facts it is given: where the law answers otherwise, it says otherwise.
import { sayCount, sayDuration } from "../../../../models/labels/duration.ts";
import { words } from "../../../../models/labels/labels.ts";
import type { Lasting } from "../turningpoint.ts";
import type { AnswerWords, Frame } from "./words.ts";

const said = words("en");
const long = (ms: Lasting): string => (typeof ms === "number" ? sayDuration(ms, "en") : ms);
const upTo = (ms: Lasting): string => (ms === "endless" ? "without end" : `up to ${long(ms)}`);
const counted = (n: number, what: string): string => `${sayCount(n)} ${what}${n === 1 ? "" : "s"}`;
const joined = (of: readonly string[], word: string): string =>
  of.length < 2 ? (of[0] ?? "nothing") : `${of.slice(0, -1).join(", ")} ${word} ${of.at(-1) ?? ""}`;
const listed = (of: readonly string[]): string => joined(of, "and");
const quoted = (code: string): string => `"${said.refusal(code).sentence}"`;
const states = (of: readonly string[]): string =>
  joined(
    of.map((state) => `"${said.state("disclosure", state)}"`),
    "or",
  );
const rules = (of: readonly string[]): string => listed(of.map((rule) => said.rule(rule)));
const known = (of: readonly string[]): string => listed(of.map((what) => said.knowledge(what)));

export const english: AnswerWords = {
  "code-window": ({ mostCodes, isCut, stretchMs, limit }) => {
    if (mostCodes === "endless")
      return `There is no end to the codes that can be sent within ${long(stretchMs)}.`;
    if (mostCodes <= limit && !isCut)
      return `No more than ${counted(mostCodes, "code")} can be sent within any ${long(stretchMs)}: the limit holds for every such stretch.`;
    return `${isCut ? "At least" : "At most"} ${counted(mostCodes, "code")} can be sent within some ${long(stretchMs)}, while the limit is ${counted(limit, "code")} counted from the first one: some as one window ends, the others as the next begins.`;
  },
  "codes-counted-anew": ({ codes, limit }) =>
    codes === "endless"
      ? `As it is, yes: a hundred codes at one instant were all sent to someone who entered each. The limit of ${sayCount(limit)} is for codes that nobody enters.`
      : `As it is, no: after ${counted(codes, "code")} the limit of ${sayCount(limit)} holds, whatever was entered.`,
  "life-of-a-record": ({ shortestMs, longestMs, shortestStoredMs, longestStoredMs }) =>
    longestMs === "never"
      ? "Under these numbers no visit is stored."
      : `Counted from the time of its pass, a record lives ${long(shortestMs)} at the shortest and ${long(longestMs)} at the longest. Counted from when the custodian stores it, by the custodian's clock, it lives from ${long(shortestStoredMs)} to ${long(longestStoredMs)}, because scans can be delivered late and clocks can differ.`,
  "venue-offline": ({ onlineMs, lateMs, backMs, factsMore }) => {
    const word =
      factsMore.length === 0
        ? "As it is, yes, on its word alone: the custodian finds out nothing that would tell a venue without network from one that only says so."
        : `As it is, not on its word alone: the custodian also finds out ${listed(factsMore.map((name) => said.field("custodian.recordLate", name)))}.`;
    const online =
      onlineMs === "never"
        ? "Online no scan is stored"
        : `Online a scan is stored ${upTo(onlineMs)} after its pass was issued`;
    return lateMs === "never"
      ? `${word} ${online}; as a late delivery none is.`
      : `${word} ${online}; as a late delivery ${upTo(lateMs)}, and its own time may lie ${long(backMs)} back.`;
  },
  "two-venues-offline": ({ admitted, stored, refused, stands }) => {
    const venues = `The rule of ${admitted === 2 ? "both venues" : counted(admitted, "venue")} lets the pass through`;
    switch (stands) {
      case "delivered":
        return `${venues}, and ${counted(stored, "visit")} is stored: the one whose scan is delivered first, whichever was made first. The other is refused: ${quoted(refused)}`;
      case "scanned":
        return `${venues}, and ${counted(stored, "visit")} is stored: the one whose scan was made first. The other is refused: ${quoted(refused)}`;
      case "both":
        return `${venues}, and both visits are stored.`;
      case "neither":
        return `${venues}, and ${stored === 0 ? "neither visit is stored" : "it depends on the order whether any visit is stored"}. The refusal: ${quoted(refused)}`;
    }
  },
  "calling-off": ({ endedIn, notEndedIn, runsMs }) => {
    if (endedIn.length === 0) return "Under these numbers no case can be asked for.";
    if (notEndedIn.length === 0)
      return "As it is, yes: an officer can end a case in every one of its states.";
    const until = typeof runsMs === "number" ? `, or until ${long(runsMs)} from its approval are over` : "";
    return `As it is, an officer can end a case only while it is ${states(endedIn)}. While it is ${states(notEndedIn)} nobody can: it runs on until it is answered${until}.`;
  },
  "request-after-the-end": ({ isClosed, released, untilMs, authorityRefuses, issuerRefuses }) => {
    if (!isClosed) return "Under these numbers no case comes as far as being closed.";
    if (!released)
      return "As it is, a copy of the request that arrives after the case was closed is refused.";
    const authority = authorityRefuses === "" ? "takes it in again" : "no longer takes it in";
    const issuer = issuerRefuses === "" ? "answers again" : "refuses to answer again";
    return `As it is, the custodian does not learn of it: its rule releases the sealed records to a copy of the request, ${upTo(untilMs)} after the approval, also when the case was closed before. The authority ${authority}, and the issuer ${issuer}.`;
  },
  "asker-denies": ({ isAsked, denies, approves }) =>
    isAsked
      ? `As it is, ${denies ? "yes" : "no"}: the officer who asked ${denies ? "may" : "may not"} deny the case, and ${approves ? "may" : "may not"} approve it.`
      : "Under these numbers no case can be asked for.",
  "leaving-a-case": ({ moments, inTime, decides, counted: records, namedOtherwise }) => {
    if (moments === 0) return "Under these numbers no case comes as far as being answered.";
    if (!namedOtherwise) return "Under these numbers a case names nobody, withdrawn or not.";
    const all = `Of ${counted(moments, "moment")} of a case at which the person withdraws`;
    if (inTime === 0) return `As it is, no. ${all}, none leaves the person unnamed.`;
    const until =
      inTime === moments
        ? "yes, at every moment"
        : `yes, as long as this message has not been sent: ${said.message(decides)}`;
    return `As it is, ${until}. ${all}, ${sayCount(inTime)} leave nobody named; the case then learns that there ${records === 1 ? "was" : "were"} ${counted(records, "record")}, and nobody's number.`;
  },
  "number-kept": ({ longestMs, withoutPassMs, isPutOff }) =>
    longestMs === "never"
      ? "Under these numbers no number is verified."
      : `A number that was verified once is kept ${upTo(longestMs)} when its last pass comes as late as it can, and ${upTo(withoutPassMs)} when it takes no pass. Verifying it again ${isPutOff ? "puts" : "does not put"} the end off.`,
  "stored-distributed": ({ issuer, custodian, together, daysKept }) =>
    `The issuer alone can know: ${known(issuer)}. The custodian alone: ${known(custodian)}. Both together: ${known(together)}. Each of them keeps ${counted(daysKept, "day")} at once, every day under keys of its own.`,
  "renewing-a-pass": ({ lastPassMs, inForceMs }) => {
    if (inForceMs === "never") return "Under these numbers no pass is issued.";
    const until = (ms: Lasting): string =>
      typeof ms === "number"
        ? `for ${long(ms)}`
        : ms === "endless"
          ? "as long as nobody ends the consent"
          : "not at all";
    const presets = Object.entries(lastPassMs).map(([preset, ms]) => `as in ${preset}, ${until(ms)}`);
    return `After one consent passes are issued ${until(inForceMs)}. With the same numbers and consent asked for ${joined(presets, "and")}.`;
  },
  "pass-in-hand": ({ isIssued, onlineMs, lateMs, afterWithdrawalMs }) => {
    if (!isIssued) return "Under these numbers no pass is issued.";
    if (onlineMs === "never")
      return "As it is, yes: after the end of a verification no scan is stored any more.";
    const late = lateMs === "never" ? "" : `, and as a late delivery ${upTo(lateMs)}`;
    return `As it is, no: a scan of a pass already shown is stored ${upTo(onlineMs)} after the end of the verification${late}. After a withdrawal it is ${upTo(afterWithdrawalMs)} online.`;
  },
  "withdrawing-while-suspended": ({ refused, allowed }) =>
    `While the level does not allow collection, these are refused: ${rules(refused)}. These are not: ${rules(allowed)}.`,
  "scan-before-the-level-fell": ({ storedBefore, storedAfter, refused }) =>
    storedAfter
      ? "As it is, yes: it is stored as if the level had not fallen."
      : `As it is, no${storedBefore ? ", although the same scan is stored when it is delivered before" : ""}: ${quoted(refused)}`,
  "joining-while-suspended": ({ lookAtTheLevel, forMs }) =>
    lookAtTheLevel.length === 0
      ? `As it is, yes: no rule on the way of a case looks at the level, so a record can be joined as long as it is kept${forMs === "never" ? "" : `, ${upTo(forMs)} from its pass`}.`
      : `As it is, these look at the level first: ${rules(lookAtTheLevel)}.`,
};

export const englishFrame: Frame = {
  opening: (questions, policy) =>
    `${sayCount(questions)} questions that the policy leaves open, and what the models answer now (${policy})`,
  answer: "answer",
  restsOn: "rests on",
  restsOnNothing: "no number of the policy",
  see: "see",
};
