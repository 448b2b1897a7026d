// A lease: somebody takes something at any time, and it ends by itself some time after.
// Several of the small systems have one in them; how long it lasts is a constant named `lasting`.
import { field, never, now, policy, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send, type Move } from "../../../../../models/language/slice.ts";
import { goes, machine } from "./system.ts";

/** It is forgotten when it ends, and can be taken again. */
export const lease = machine(
  "lease",
  { takenAt: instant, endsAt: instant },
  {
    free: { on: { taken: [goes("held", { takenAt: now, endsAt: sum(now, policy("lasting")) })] } },
    held: { after: { endsAt: [goes("free", { takenAt: never, endsAt: never })] } },
  },
);

/** It is taken once, and when it has ended it is still known when it was taken. */
export const leaseOnce = machine(
  "lease",
  { takenAt: instant, endsAt: instant },
  {
    free: { on: { taken: [goes("held", { takenAt: now, endsAt: sum(now, policy("lasting")) })] } },
    held: { after: { endsAt: [goes("over")] } },
    over: {},
  },
);

export const taking: Move = {
  id: "take",
  says: "The lease is taken.",
  party: "person",
  call: send("lease", "taken"),
};

export const takenAt = field("takenAt", "lease");
