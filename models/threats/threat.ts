/**
 * What a row of the threat table is made of: whose side the attacker is on, what they have, what that tells them and what it does not,
 * and the test that shows it. The files beside this one hold the rows, and threats.ts joins them.
 */
import type { PartyName } from "../language/rule.ts";

/** What an attacker has of the parties: what they are told and keep, their files with their keys, or an old copy without keys. */
export type Possession = "role" | "store and vault" | "store" | "vault" | "old backup" | "wire";

export interface Threat {
  /** Whose side the attacker is on, or whose things they have. */
  readonly parties: readonly PartyName[];
  readonly has: Possession;
  /** Keys besides: of officers, who are nobody's machine. */
  readonly officers: 0 | 1 | 2;
  readonly learns: string;
  readonly cannot: string;
  /** Where it is shown: a file of tests, and words of a title in it. */
  readonly shown: { readonly file: string; readonly title: string };
}

export const threat = (
  parties: readonly PartyName[],
  has: Possession,
  officers: 0 | 1 | 2,
  [learns, cannot]: readonly [string, string],
  [file, title]: readonly [string, string],
): Threat => ({ parties, has, officers, learns, cannot, shown: { file: `test/${file}`, title } });
