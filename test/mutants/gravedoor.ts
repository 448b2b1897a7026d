/**
 * Grave mistakes between a door and the custodian: a challenge not asked for, a device believed to have been silent, a dispute lost.
 * gravemistakes.ts says what an entry means.
 */
import type { GraveMistake } from "./gravemistakes.ts";

export const graveAtDoor: readonly GraveMistake[] = [
  {
    says: "A pass made for one venue's challenge is taken from another venue.",
    file: "impl/custodian/checking.ts",
    from: "if (isAnswered(scan.pass.challenge, scan.venue, scan.challenge)) facts.challengeAnswered = 1;",
    to: "facts.challengeAnswered = 1;",
    test: "custodian/venuefraud",
    named: "cannot send the pass",
  },
  {
    says: "A challenge serves as often as somebody shows a pass for it.",
    file: "impl/venue/challenges.ts",
    from: "shown.delete(name);",
    to: "",
    test: "venue/challenges",
    named: "taken once",
  },
  {
    says: "A device that delivers on time is believed to have been silent all the same.",
    file: "impl/custodian/recording.ts",
    from: "silence.isSilentSince(venue, scan?.scannedAtMs ?? 0) ? 1 : 0",
    to: "1",
    test: "custodian/latedelivery",
    named: "delivers late what it scanned before",
  },
  {
    says: "A delivery that comes twice is answered as a replay, and the venue believes that it was refused.",
    file: "impl/custodian/recording.ts",
    from: 'if (where === "thisScan" && mayBeSecond) answers[place] = 0;',
    to: "",
    test: "custodian/latedelivery",
    named: "answered the same and stored once",
  },
  {
    says: "A pass that two venues claim is noted nowhere.",
    file: "impl/custodian/recording.ts",
    from: 'if (where === "elsewhere" && answers[place] === replayed) yield* disputes.claim(day, scan);',
    to: "",
    test: "custodian/disputes",
    named: "marked for both",
  },
  {
    says: "What was noted of disputes outlives its day.",
    file: "impl/custodian/days.ts",
    from: 'yield* store.run("DELETE FROM dispute WHERE day = ?1", [day]);',
    to: "",
    test: "custodian/disputes",
    named: "once the day is erased",
  },
  {
    says: "A registered venue delivers scans in another venue's name.",
    file: "impl/custodian/partieshandlers.ts",
    from: "signer === undefined || signer === venue",
    to: "signer === undefined || signer >= 0",
    test: "custodian/overhttp",
    named: "cannot speak for another",
  },
  {
    says: "A venue sends what happens now before what has waited, so that nothing that waited is taken any more.",
    file: "impl/venue/sending.ts",
    from: "!(yield* isLeftInPeace) && (yield* isEmptied(before))",
    to: "!(yield* isLeftInPeace)",
    test: "venue/outage",
    named: "catches up before it goes on",
  },
];
