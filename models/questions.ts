/**
 * What the policy leaves open: questions to its owner, each at the clause that would have to say it.
 * The models had to answer every one of them; what they answer is computed from the law and never written here,
 * so a question names no number of the policy. The Korean stands in labels/ko/questions.ts.
 */
import type { ClauseId } from "./clauses.ts";

export interface Question {
  /** The clause that is silent about it. */
  readonly clause: ClauseId;
  readonly asks: string;
}

export const questions = {
  "code-window": {
    clause: "C1",
    asks: "May the window of codes be counted from the first code sent, so that more codes than its limit can fall into some other window as long?",
  },
  "codes-counted-anew": {
    clause: "C1",
    asks: "May entering the right code begin the count of codes anew, so that whoever enters each code is sent as many as they ask for?",
  },
  "life-of-a-record": {
    clause: "C2",
    asks: "May the last record of a day live almost a day less than its first, so that all records of a day end together and by the time of their passes none outlives its four weeks?",
  },
  "venue-offline": {
    clause: "C3",
    asks: "Is a venue to be believed when it says that it had no network?",
  },
  "two-venues-offline": {
    clause: "C3",
    asks: "When two venues without network have admitted the same pass, which of the two visits should stand?",
  },
  "calling-off": {
    clause: "C4",
    asks: "Should an officer be able to call off a case that has been approved, before it is answered?",
  },
  "request-after-the-end": {
    clause: "C4",
    asks: "Should the custodian learn that a case has ended, so that a copy of its request that arrives afterwards is refused?",
  },
  "asker-denies": {
    clause: "C4",
    asks: "May the officer who asked for a case also be the one who denies it?",
  },
  "leaving-a-case": {
    clause: "C8",
    asks: "Should a person be able to leave an investigation that has already begun?",
  },
  "number-kept": {
    clause: "C9",
    asks: "May a telephone number be kept for longer than the records of entry are, as long as its verification lives and until the records of its last pass are gone?",
  },
  "stored-distributed": {
    clause: "C10",
    asks: 'Is this what "stored in distributed form" was meant to say?',
  },
  "renewing-a-pass": {
    clause: "C12",
    asks: "How long may a pass be renewed without asking for consent again?",
  },
  "pass-in-hand": {
    clause: "C15",
    asks: "Should the end of a verification recall a pass that is already on the screen?",
  },
  "withdrawing-while-suspended": {
    clause: "F7",
    asks: "While the level does not allow collection, should a person be able to agree to the notice, and to withdraw?",
  },
  "scan-before-the-level-fell": {
    clause: "F7",
    asks: "Should a scan that was made while the level allowed collection still be stored when it is delivered afterwards?",
  },
  "joining-while-suspended": {
    clause: "F7",
    asks: "May records be joined while the level does not allow collection, as long as they have not been erased?",
  },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionId = keyof typeof questions;

export const questionIds: readonly QuestionId[] = Object.keys(questions).filter(
  (id): id is QuestionId => id in questions,
);
