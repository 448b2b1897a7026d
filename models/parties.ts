/**
 * Who the parties are: what each is for, who it was in 2020, and the clauses that say so.
 * The atlas shows it and the labels translate it; no rule reads it.
 */
import type { ClauseId } from "./clauses.ts";
import type { PartyName } from "./language/rule.ts";

export interface Party {
  readonly says: string;
  readonly in2020: string;
  readonly clauses: readonly ClauseId[];
}

export const partyRegister: Readonly<Record<PartyName, Party>> = {
  person: {
    says: "Somebody with a phone who agrees to the notice and shows passes.",
    in2020: "anyone at such a door",
    clauses: ["S3", "S4"],
  },
  issuer: {
    says: "Verifies phones and issues passes. It knows who somebody is, and never where they were.",
    in2020: "Naver, PASS, Kakao, Toss",
    clauses: ["F8", "S6", "S10"],
  },
  venue: {
    says: "A place that must keep the log, or chooses to. It scans passes and learns admitted or not.",
    in2020: "clubs, karaoke rooms, bars",
    clauses: ["S2", "F9", "F10", "S11"],
  },
  custodian: {
    says: "Keeps the visits, sealed. It knows where and when, and never who.",
    in2020: "Social Security Information Service",
    clauses: ["S7", "F4", "S6"],
  },
  authority: {
    says: "Investigates outbreaks. It joins who and where under a case, and never without one.",
    in2020: "quarantine authority",
    clauses: ["S8", "F6"],
  },
  board: {
    says: "Shows the public figures. Nothing about anybody comes to it.",
    in2020: "the COVID-19 page of the # tab",
    clauses: ["S12"],
  },
};
