// What the handlers of a desk share: the officer's office, the keys of browsers, who has signed in, and what keys were asked.
// One desk is one officer's; nothing here crosses to another. It is made when a desk opens and dies with it.
import type { Office } from "../office.ts";
import type { AuditedParty } from "../../log/audit/reading.ts";
import type { Act } from "./acts.ts";
import type { Questions } from "./asked.ts";
import type { BrowserKeys } from "./browserkeys.ts";
import type { FirstCode } from "./firstcode.ts";
import type { PlaceOf } from "./place.ts";
import type { Sessions } from "./sessions.ts";

/** What a key is asked for. */
export type About =
  | { readonly kind: "first-key" }
  | { readonly kind: "sign-in" }
  | { readonly kind: "further-key"; readonly session: string }
  | { readonly kind: "signature"; readonly session: string; readonly act: Act };

export interface DeskParts {
  readonly office: Office;
  readonly demonstration: boolean;
  readonly placeAt: PlaceOf;
  readonly keys: BrowserKeys;
  readonly firstCode: FirstCode;
  readonly sessions: Sessions;
  readonly questions: Questions<About>;
  /** The parties whose logs are read, each at its public address. */
  readonly logged: readonly AuditedParty[];
}
