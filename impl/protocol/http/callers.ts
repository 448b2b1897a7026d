// The table of who may ask for what: every endpoint of every party, by group, with the kinds of caller it answers.
// The servers refuse everybody else before they read a body, and a test walks the whole matrix against it.
// An endpoint that does not stand here is answered to nobody, and fails that test.
import type { CallerKind } from "./caller.ts";

export type Endpoint = `${"GET" | "POST" | "PUT" | "DELETE" | "PATCH"} /${string}`;
export type CallersOfGroup = Readonly<Record<Endpoint, ReadonlyArray<CallerKind>>>;

/** Whoever stands before an officer's desk, signed in or not. */
const beforeTheDesk = ["anyone", "desk"] as const;

/** Everybody at a public listener, whatever they showed. */
const everybody = ["anyone", "person", "door"] as const;

export const callers: Readonly<Record<string, CallersOfGroup>> = {
  health: {
    "GET /health": everybody,
    "GET /ready": everybody,
  },
  figures: {
    "GET /v1/figures": everybody,
  },
  statusboard: {
    // An issuer shows it on its own page, and knows the board by its key.
    "GET /v1/board": [...everybody, "issuer"],
  },
  news: {
    "GET /v1/board.rss": everybody,
  },
  publishing: {
    "PUT /v1/figures/:date": ["office"],
  },
  log: {
    "GET /log/checkpoint": everybody,
    "GET /log/checkpoints": everybody,
    "GET /log/tile/:level/:first": everybody,
    "GET /log/tile/:level/:first/:second": everybody,
    "GET /log/tile/:level/:first/:second/:third": everybody,
  },
  witnessed: {
    "GET /log/witnessed": everybody,
  },
  witness: {
    "POST /v1/witness/add-checkpoint": ["issuer", "custodian", "authority"],
  },
  counts: {
    "GET /v1/counts": everybody,
  },
  deposits: {
    "POST /v1/deposits": ["issuer"],
  },
  registering: {
    // A registered device may say again what it said before.
    "POST /v1/venues": ["stranger", "venue"],
  },
  scans: {
    "POST /v1/scans": ["venue"],
    "POST /v1/late-scans": ["venue"],
  },
  releases: {
    "POST /v1/releases": ["authority"],
  },
  levels: {
    "PUT /v1/crisis-level": ["office"],
  },
  cases: {
    "POST /v1/cases": ["officer"],
    "GET /v1/cases": ["officer"],
    "GET /v1/cases/:id": ["officer"],
    "POST /v1/cases/:id/signature": ["officer"],
    "POST /v1/cases/:id/approval": ["officer"],
    "POST /v1/cases/:id/denial": ["officer"],
    "GET /v1/cases/:id/release": ["officer"],
    "POST /v1/cases/:id/shares": ["officer"],
    "GET /v1/cases/:id/answer": ["officer"],
    "POST /v1/cases/:id/close": ["officer"],
  },
  statistics: {
    "GET /v1/statistics": everybody,
  },
  report: {
    "GET /v1/report": everybody,
  },
  rosters: {
    "GET /v1/roster": ["officer"],
    "POST /v1/roster/changes": ["officer"],
    "POST /v1/roster/stops": ["officer"],
  },
  joins: {
    "GET /v1/keys": ["authority", "officer"],
    "POST /v1/joins": ["authority"],
  },
  sessions: {
    "POST /v1/sessions": everybody,
    "DELETE /v1/sessions/current": ["person"],
  },
  notices: {
    "GET /v1/notice": everybody,
  },
  people: {
    "POST /v1/consent": ["person"],
    "DELETE /v1/consent": ["person"],
    "GET /v1/consent/receipt": ["person"],
    "POST /v1/codes": ["person"],
    "POST /v1/verification": ["person"],
    "POST /v1/guardian/codes": ["person"],
    "POST /v1/guardian/confirmation": ["person"],
    "POST /v1/passes": ["person"],
    "GET /v1/account": ["person"],
    "GET /v1/account/disclosures": ["person"],
  },
  door: {
    "GET /v1/registration": ["door"],
    "PUT /v1/registration": ["door"],
    "POST /v1/challenges": ["door"],
    "POST /v1/scans": ["door"],
    "POST /v1/late-scans": ["door"],
    "GET /v1/waiting": ["door"],
  },
  deskdoor: {
    "GET /v1/desk": beforeTheDesk,
    "POST /v1/desk/enrolments": beforeTheDesk,
    "POST /v1/desk/enrolments/:id": beforeTheDesk,
    "POST /v1/desk/sign-ins": beforeTheDesk,
    "POST /v1/desk/sign-ins/:id": beforeTheDesk,
    "POST /v1/desk/demonstrations": beforeTheDesk,
  },
  desk: {
    "GET /v1/desk/session": ["desk"],
    "DELETE /v1/desk/session": ["desk"],
    "POST /v1/desk/keys": ["desk"],
    "POST /v1/desk/keys/:id": ["desk"],
    "GET /v1/desk/cases": ["desk"],
    "GET /v1/desk/cases/:id": ["desk"],
    "GET /v1/desk/cases/:id/steps": ["desk"],
    "GET /v1/desk/cases/:id/answer": ["desk"],
    "POST /v1/desk/cases": ["desk"],
    "POST /v1/desk/cases/:id/approval": ["desk"],
    "POST /v1/desk/cases/:id/shares": ["desk"],
    "POST /v1/desk/signatures/:id": ["desk"],
    "POST /v1/desk/cases/:id/denial": ["desk"],
    "POST /v1/desk/cases/:id/close": ["desk"],
  },
};

/** The kinds of caller of one endpoint; nobody where the table is silent. */
export const allowedCallers = (group: string, endpoint: string): ReadonlyArray<CallerKind> => {
  const rows: Readonly<Record<string, ReadonlyArray<CallerKind>>> = callers[group] ?? {};
  return rows[endpoint] ?? [];
};
