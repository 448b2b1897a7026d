// How the answers to the open questions are said: one sentence or a few for each, made of what was computed and of nothing else.
// English and Korean have the same keys, or do not compile; names of states, rules and refusals come from models/labels.
import type { Facts } from "../computed.ts";

export type AnswerWords = { readonly [Id in keyof Facts]: (facts: Facts[Id]) => string };

export interface Frame {
  readonly opening: (questions: number, policy: string) => string;
  readonly answer: string;
  readonly restsOn: string;
  readonly restsOnNothing: string;
  readonly see: string;
}
