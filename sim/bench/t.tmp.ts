import { defaultPolicy } from "../../models/policy.ts";
import { prepareSteps } from "./core/steps.ts";
import { makeVerificationColumns, stepVerification, restVerification } from "../../impl/generated/core/verification.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog } from "../../impl/lifecycle/core.ts";
import { machineCores } from "../../impl/generated/law.ts";
const n = 65536, steps = prepareSteps(n, 3_000_000, 1), rows = makeVerificationColumns(n), log = makeStepLog(), p = policyNumbers(defaultPolicy);
const m = machineCores.find(x => x.id === "verification")!; const hits = new Array(m.transitions.length + 1).fill(0); let refused = 0, fired = 0; const st = new Array(8).fill(0);
for (let i = 0; i < steps.count; i++) { const s = steps.slot[i]!; log.length = 0; st[rows.state[s]!]++; const t = stepVerification(rows, s, steps.event[i]!, steps.matches[i]!, steps.now[i]!, p, log);
 for (let e = 0; e < log.length; e++) hits[log.transition[e]!]++; fired += log.length - (t > 0 ? 1 : 0); if (t > 0 && m.transitions[t - 1]!.refusal > 0) refused++; if (rows.state[s] === 7) restVerification(rows, s); }
console.log("refused", refused / steps.count, "deadlines", fired / steps.count, st.map(x => (x / steps.count).toFixed(3)).join(" "));
console.log("never:", m.transitions.filter((_, i) => !hits[i + 1]).map(t => t.id));
