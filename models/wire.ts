/**
 * What each field that crosses by HTTP is made of: a list of terms a path, by group of endpoints, and who hears it. What a field of bytes
 * carries stands as all the terms inside. Where many fields are one thing said at length (a notice, a receipt), the path ends in `**`.
 * With it what a party can know of the wire follows by the same rules as of the messages (knowledge.ts); a test has no field without a term.
 */
import type { PartyName } from "./language/rule.ts";
import { atom, binding, digest, messages, sealed, sealedHandle, type KnowledgeTerm } from "./messages.ts";

export interface WireGroup {
  readonly heardBy: readonly PartyName[];
  readonly fields: Readonly<Record<string, readonly KnowledgeTerm[]>>;
}

const everybody = ["person", "issuer", "venue", "custodian", "authority", "board"] as const;
const atoms = (...names: readonly string[]): readonly KnowledgeTerm[] => names.map(atom);
const count = atoms("count");
const instant = atoms("timeOfCase");
const officer = atoms("officer");

/** The terms of a message that crosses as one run of bytes. */
const carried = (name: string): readonly KnowledgeTerm[] =>
  messages.filter((message) => message.name === name).flatMap(({ fields }) => Object.values(fields));

/** A pass is the same on every line: what the message says of it. */
const pass = carried("pass");
/** A log's entry commits to a case under a salt; its checkpoint and path are hashes. */
const logProof = {
  "logged.entry": [
    ...atoms("case", "timeOfCase", "officer", "count"),
    digest(atom("scopeOfVenues"), atom("scopeOfTime"), atom("salt")),
  ],
  "logged.index": count,
  "logged.path[]": [digest(atom("case"))],
  "logged.checkpoint": [digest(atom("case")), ...atoms("logSignature")],
};
const released = [...carried("release"), ...atoms("late", "disputed")];
const scope = atoms("case", "scopeOfVenues", "scopeOfTime", "ground", "timeOfCase");
const answerSealed = [sealed("officerKey.first", atom("phone")), sealed("officerKey.second", atom("phone"))];
const resealed = ["first", "second"].map((of) =>
  sealed("issuerCaseKey", { kind: "share", secret: "epochSecret", officer: of }),
);
const aboutPerson = atoms("consent", "timeOfConsent", "verification", "case", "count");

export const wire: Readonly<Record<string, WireGroup>> = {
  figures: { heardBy: everybody, fields: { "figures[].**": atoms("publicFigures") } },
  statusboard: {
    heardBy: everybody,
    fields: Object.fromEntries(
      ["days", "dates[]", "latest", "nation.**", "regions[].**", "publishedAtMs", "feed.**"].map((field) => [
        field,
        atoms("publicFigures"),
      ]),
    ),
  },
  news: { heardBy: everybody, fields: { "": atoms("publicFigures") } },
  publishing: {
    heardBy: ["board"],
    fields: Object.fromEntries(
      ["date", "confirmed", "inTreatment", "released", "deceased", "tested", "publishedAtMs"].map((field) => [
        field,
        atoms("publicFigures"),
      ]),
    ),
  },
  statistics: {
    heardBy: everybody,
    fields: {
      year: count,
      cases: count,
      "byState.*": count,
      recordsReleased: count,
      recordsAnsweredWithAPerson: count,
    },
  },
  report: {
    heardBy: everybody,
    fields: {
      ...Object.fromEntries(
        ["year", "thisYear", "cases", "byState.*", "recordsReleased", "recordsAnsweredWithAPerson"].map(
          (field) => [field, count],
        ),
      ),
      "log.**": logProof["logged.checkpoint"],
    },
  },
  counts: {
    heardBy: everybody,
    fields: { recorded: count, live: count, erased: count, "days[].**": count },
  },
  health: { heardBy: everybody, fields: { status: atoms("outcome") } },
  levels: { heardBy: ["issuer", "custodian"], fields: { level: atoms("level") } },
  log: {
    heardBy: everybody,
    fields: {
      "": [...logProof["logged.entry"], ...atoms("day", "rosterHash")],
      after: count,
      "checkpoints[]": logProof["logged.checkpoint"],
      level: count,
      first: count,
      second: count,
      third: count,
    },
  },
  witnessed: { heardBy: everybody, fields: { "logs[].**": logProof["logged.checkpoint"] } },
  witness: {
    heardBy: ["issuer", "custodian", "authority", "board"],
    fields: { "": logProof["logged.checkpoint"] },
  },
  notices: { heardBy: everybody, fields: { hash: atoms("notice"), "notice.**": atoms("notice") } },
  rosters: {
    heardBy: ["issuer", "custodian", "authority"],
    fields: Object.fromEntries(
      ["standing.**", "waiting.**", "signed", "sequence", "hash", "inForceAtMs", "signature", "stopped"].map(
        (field) => [field, atoms("officer", "officerPublicKey", "officerSignatures")],
      ),
    ),
  },
  sessions: {
    heardBy: ["person", "issuer"],
    fields: { phone: atoms("phone"), token: atoms("session"), closed: atoms("outcome") },
  },
  people: {
    heardBy: ["person", "issuer"],
    fields: {
      phone: atoms("phone"),
      code: atoms("code"),
      notice: atoms("notice"),
      under14: atoms("under14"),
      challenge: [binding],
      text: pass,
      issuedAtMs: atoms("timeOfPass"),
      shownUntilMs: atoms("timeOfPass"),
      sent: atoms("outcome"),
      verifiedUntilMs: atoms("verification"),
      confirmedUntilMs: atoms("verification"),
      signature: atoms("issuerSignature"),
      signedBy: atoms("issuerPublicKey"),
      accountKept: atoms("outcome"),
      "standing.**": aboutPerson,
      passesInTheLastMinute: count,
      disclosures: count,
      "receipt.**": atoms("consent", "timeOfConsent", "notice"),
      "consent.**": aboutPerson,
      "consentRecords[].**": aboutPerson,
      "verification.**": aboutPerson,
      "disclosures[].**": aboutPerson,
      "words.**": [...aboutPerson, ...atoms("phone")],
    },
  },
  door: {
    heardBy: ["venue", "person"],
    fields: {
      "registration.**": atoms("place"),
      "terms.**": [],
      venue: atoms("place"),
      kind: atoms("place"),
      deviceKey: atoms("venuePublicKey"),
      text: [...pass, ...atoms("place", "challenge")],
      challenge: atoms("challenge"),
      validUntilMs: atoms("timeOfScan"),
      validForMs: [],
      admission: atoms("outcome"),
      id: [],
      "scans[].id": [],
      "scans[].text": pass,
      "scans[].heldForMs": atoms("timeOfScan"),
      "refused[].id": [],
      "refused[].code": atoms("outcome"),
      waiting: count,
      waitingMost: count,
      "delivered.**": count,
      nowMs: [],
    },
  },
  registering: {
    heardBy: ["venue", "custodian"],
    fields: {
      venue: atoms("place"),
      kind: atoms("place"),
      deviceKey: atoms("venuePublicKey"),
      registered: atoms("outcome"),
    },
  },
  scans: {
    heardBy: ["venue", "custodian"],
    fields: {
      "scans[]": carried("scan"),
      "answers[].**": atoms("outcome"),
    },
  },
  deposits: {
    heardBy: ["issuer", "custodian"],
    fields: { "deposits[]": carried("deposit"), "answers[].**": atoms("outcome") },
  },
  releases: {
    heardBy: ["custodian", "authority"],
    fields: {
      ...logProof,
      caseText: scope,
      "approvals[].**": [...officer, ...instant, ...atoms("officerSignatures")],
      scopeSalt: atoms("salt"),
      "parts[]": released,
      records: count,
      recordsEndAtMs: instant,
      refusedClaims: count,
    },
  },
  joins: {
    heardBy: ["issuer", "authority"],
    fields: {
      ...logProof,
      issuer: atoms("issuer"),
      sealing: atoms("issuerPublicKey"),
      answers: atoms("issuerPublicKey"),
      release: [
        ...atoms("case", "timeOfCase", "officer", "custodianSignature"),
        digest(atom("scopeOfVenues"), atom("scopeOfTime"), atom("salt")),
        digest(sealedHandle),
      ],
      "resealed[]": [...resealed, ...officer, ...atoms("officerSignatures")],
      "records[]": pass,
      "answers[].officer": officer,
      "answers[].bytes": answerSealed,
      people: count,
    },
  },
  cases: {
    heardBy: ["authority"],
    fields: {
      ...Object.fromEntries(
        ["ground", "windows[].**", "caseId", "caseText", "cases[].**", "id"].map((field) => [field, scope]),
      ),
      ...Object.fromEntries(
        ["requestedAtMs", "approvedAtMs", "lapsesAtMs", "answerEndsAtMs"].map((field) => [field, instant]),
      ),
      ...Object.fromEntries(
        ["requestedBy", "approvedBy", "signedBy[]", "denial.officer"].map((field) => [field, officer]),
      ),
      ...Object.fromEntries(["records", "refusedClaims", "people"].map((field) => [field, count])),
      ...Object.fromEntries(["state", "reason", "denial.reason"].map((field) => [field, atoms("outcome")])),
      signature: atoms("officerSignatures"),
      scopeSalt: atoms("salt"),
      "parts[]": released,
      "shares[].issuer": atoms("issuer"),
      "shares[].resealed": resealed,
      "waitingFor[]": atoms("issuer"),
      "answers[].issuer": atoms("issuer"),
      "answers[].release": [digest(sealedHandle)],
      "answers[].answer": answerSealed,
      "answers[].places[].**": [...atoms("place", "timeOfScan", "late", "disputed"), digest(sealedHandle)],
    },
  },
};

/** The terms of a path: its own, or those of the longest beginning that stands for all that follows. */
export const termsOf = (group: string, path: string): readonly KnowledgeTerm[] | undefined => {
  const fields = wire[group]?.fields ?? {};
  const own = fields[path];
  if (own !== undefined) return own;
  const beginning = Object.keys(fields)
    .filter((key) => key.endsWith(".**") && path.startsWith(key.slice(0, -2)))
    .sort((one, other) => other.length - one.length)[0];
  return beginning === undefined ? undefined : fields[beginning];
};
