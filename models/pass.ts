/**
 * The lifecycle of a pass (QR token). No one stores a pass: it carries its own time, and the clock does the rest;
 * "accepted" is one bit at the custodian, set in the transaction that stores the visit.
 * The phone shows it for 15 s; the custodian judges it by its own clock, allowing for the skew of clocks.
 */
import { field, never, not, now, policy, reached, sum } from "./language/expression.ts";
import { instant } from "./language/fields.ts";
import { event, lifecycle, refuse, stay, to } from "./language/lifecycle.ts";

const unknown = refuse("pass-unknown", { says: "No such pass was issued.", clauses: ["S7"] });
const over = (says: string) => refuse("pass-expired", { says, clauses: ["F3"] });

export const pass = lifecycle({
  id: "pass",
  description: "A pass: one showing of a QR code at one venue.",
  initial: "unissued",
  meta: {
    keptAs: "token",
    parties: ["person", "issuer", "custodian"],
    clauses: ["S4", "F3", "C3"],
    fields: { issuedAt: instant, shownUntil: instant, expiresAt: instant },
    events: {
      "pass.issued": event(["S4"]),
      "pass.presented": event(["F3"]),
      "pass.scanned": event(["S7", "F3"]),
    },
  },
  states: {
    unissued: {
      description: "There is no such pass.",
      meta: { clauses: ["S4"], keeps: [], gone: true },
      on: {
        "pass.issued": [
          to("issued", {
            set: {
              issuedAt: now,
              shownUntil: sum(now, policy("passLifetime")),
              expiresAt: sum(now, policy("passLifetime"), policy("clockSkew")),
            },
            tell: "pass.shown",
            says: "A pass is issued and shown as a QR code.",
            clauses: ["S4", "F3"],
          }),
        ],
        "pass.presented": [unknown],
        "pass.scanned": [unknown],
      },
    },
    issued: {
      description: "The pass can be shown and scanned.",
      meta: { clauses: ["F3", "C3"], keeps: ["issuedAt", "shownUntil", "expiresAt"] },
      on: {
        "pass.presented": [
          refuse("pass-expired", {
            when: reached(field("shownUntil")),
            says: "The phone shows a pass for 15 seconds only; a new one comes on request.",
            clauses: ["F3"],
          }),
          stay({ tell: "pass.presented", says: "The pass is held to the scanner.", clauses: ["F3"] }),
        ],
        "pass.scanned": [
          refuse("pass-early", {
            when: not(reached(field("issuedAt"), sum(now, policy("clockSkew")))),
            says: "The pass claims a time that has not come.",
            clauses: ["C3"],
          }),
          to("accepted", {
            set: { issuedAt: never, shownUntil: never, expiresAt: never },
            tell: "pass.accepted",
            says: "The first scan in its lifetime is accepted.",
            clauses: ["S7", "F3", "C3"],
          }),
        ],
      },
      after: {
        expiresAt: [
          to("expired", {
            set: { issuedAt: never, shownUntil: never, expiresAt: never },
            says: "Its seconds and the skew of clocks are over.",
            clauses: ["F3", "C3"],
          }),
        ],
      },
    },
    accepted: {
      description: "The pass has been stored once; it opens nothing any more.",
      meta: { clauses: ["S7"], keeps: [] },
      on: {
        "pass.presented": [over("The pass has been used.")],
        "pass.scanned": [
          refuse("pass-replayed", { says: "The pass has already been used.", clauses: ["S7", "F3"] }),
        ],
      },
    },
    expired: {
      description: "The pass is too old.",
      meta: { clauses: ["F3"], keeps: [] },
      on: {
        "pass.presented": [over("The pass is too old.")],
        "pass.scanned": [over("The pass is too old.")],
      },
    },
  },
});
