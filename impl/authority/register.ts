// The register of cases: every decision about a case goes through here, under the law, in one transaction with what
// is stored because of it. A case is settled before it is looked at, so that a late sweep never lengthens a right,
// and one that is found to be over loses at once what it learned. The law decides; this only asks it and writes.
import { Effect, type Result } from "effect";
import { asDisclosureColumns, settleDisclosure, type DisclosureColumns } from "../generated/core/disclosure.ts";
import type { ToldName } from "../generated/law.ts";
import type { AuthorityDecider, AuthorityRulesService } from "../generated/services/authority.ts";
import { never } from "../lifecycle/core.ts";
import { one } from "../lifecycle/one.ts";
import { isRefusal, type Refused } from "../lifecycle/refused.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { Instants } from "./instants.ts";
import type { Learned } from "./learned.ts";
