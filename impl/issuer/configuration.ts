/**
 * What an issuer is told when it starts: its number, whose signatures it trusts, and what kind of passes it makes.
 * Nothing of it is law, and nothing of it is secret; keys live in the vault.
 */
import { Context } from "effect";
import type { PinnedLog } from "../log/logproof.ts";
import type { PassVersion } from "../protocol/pass.ts";
import type { VerifyingKey } from "../protocol/ed25519.ts";
import type { StandingRoster } from "../roster/standing.ts";

export interface IssuerConfigurationValues {
  /** This issuer's number in a pass, 0 to 255 (clause F8: there are several). */
  readonly issuer: number;
  readonly version: PassVersion;
  /** The officers of the authority, as this issuer keeps their roster. */
  readonly roster: StandingRoster;
  /** Whose releases are answered. */
  readonly custodianKey: VerifyingKey;
  /** The custodian's log and its witnesses, pinned: no release is answered that does not stand there. */
  readonly custodianLog: PinnedLog;
  /** What happens to those who say to be under 14 (clause F11); a guardian is asked unless told otherwise. */
  readonly children?: ChildrenRule;
  /** Who is named on receipts as the one responsible. */
  readonly controller?: Controller;
}

export type ChildrenRule = "guardian" | "refuse";

/** The company behind an issuer, as receipts name it. */
export interface Controller {
  readonly name: string;
  readonly contact: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly url: string;
}

export class IssuerConfiguration extends Context.Service<IssuerConfiguration, IssuerConfigurationValues>()(
  "entrylog/impl/issuer/IssuerConfiguration",
) {}
