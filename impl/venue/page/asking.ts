// What the page asks its venue's machine, with the key of the door.
// Each is one question with its answer decoded; what follows from it is decided elsewhere.
import { Schema } from "effect";
import { ask, type Answer } from "../../page/client/ask.ts";
import {
  Admitted,
  HeldTaken,
  Registration,
  ShownChallenge,
  Standing,
  WaitingNow,
  type HeldScan,
} from "../../protocol/door.ts";

/** What waits here may be much, and nobody stands at the door for it. */
const deliveredWithinMs = 60_000;
/** A little longer than the machine itself waits for the custodian while somebody stands at the door. */
const atTheDoorMs = 8_000;

const Registered = Schema.Struct({ registration: Registration });

export const machineWith = (token: string) => ({
  standing: () => ask(Standing, { path: "/v1/registration", token, withinMs: atTheDoorMs }),
  register: (registration: typeof Registration.Type) =>
    ask(Registered, { method: "PUT", path: "/v1/registration", body: registration, token }),
  scan: (text: string, id: string) =>
    ask(Admitted, { method: "POST", path: "/v1/scans", body: { text, id }, token, withinMs: atTheDoorMs }),
  deliver: (scans: readonly (typeof HeldScan.Type)[]) =>
    ask(HeldTaken, {
      method: "POST",
      path: "/v1/late-scans",
      body: { scans },
      token,
      withinMs: deliveredWithinMs,
    }),
  challenge: () => ask(ShownChallenge, { method: "POST", path: "/v1/challenges", token }),
  waiting: () => ask(WaitingNow, { path: "/v1/waiting", token, withinMs: atTheDoorMs }),
});

export type Machine = ReturnType<typeof machineWith>;
export type Refusal = Extract<Answer<unknown>, { ok: false }>["met"];

/** Whether the machine is not there, rather than against something. */
export const isAway = ({ code }: Refusal): boolean =>
  code === "unreachable" || code === "stopping" || code === "not-ready";

const faults = ["store-unavailable", "overloaded", "fault", "request-slow", "answer-unreadable"];

/** Whether it is there and cannot do its work, which says nothing about whoever stands at the door. */
export const hasFault = ({ code }: Refusal): boolean => faults.includes(code);
