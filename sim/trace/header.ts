// The first line of a witness trace: which law, policy, scenario and seed it was made by.
// Replay and command read it here, and refuse in a sentence what is none, of another version, or of a policy that there is not.
import { Option, Schema } from "effect";
import { presets, type Policy } from "../../models/policy.ts";
import { traceSchemaVersion } from "../../models/story/tracetext.ts";
import { TraceHeader } from "./line.ts";

export interface Begun {
  readonly header: TraceHeader;
  readonly policy: Policy;
}

/** Stable, for scripts. */
export type UnfitReason = "trace-unknown" | "trace-version" | "trace-models" | "trace-policy";

export interface Unfit {
  readonly reason: UnfitReason;
  readonly sentence: string;
}

const readHeader = Schema.decodeUnknownOption(Schema.fromJsonString(TraceHeader));
const readVersion = Schema.decodeUnknownOption(
  Schema.fromJsonString(Schema.Struct({ schemaVersion: Schema.Finite, modelHash: Schema.String })),
);

const notKnown = (text: string): Unfit => {
  const other = Option.getOrUndefined(readVersion(text));
  return other === undefined || other.schemaVersion === traceSchemaVersion
    ? { reason: "trace-unknown", sentence: "This does not begin as a witness trace does." }
    : {
        reason: "trace-version",
        sentence: `This trace is of version ${String(other.schemaVersion)}, and this program reads version ${String(traceSchemaVersion)}.`,
      };
};

/** What the first line begins, without its sum, under the models of this hash; any if not given. */
export const readBeginning = (text: string, modelHash: string | undefined): Begun | Unfit => {
  const header = Option.getOrUndefined(readHeader(text));
  if (header === undefined) return notKnown(text);
  if (modelHash !== undefined && header.modelHash !== modelHash)
    return {
      reason: "trace-models",
      sentence: `The trace was made by the models ${header.modelHash.slice(0, 12)}, and these are ${modelHash.slice(0, 12)}.`,
    };
  const preset = Object.values(presets).find((one) => one.preset === header.preset);
  if (preset === undefined)
    return { reason: "trace-policy", sentence: `There is no preset called ${header.preset}.` };
  const strange = Object.entries(header.set).find(
    ([name, value]) => typeof preset.constants[name] !== typeof value,
  );
  if (strange !== undefined)
    return { reason: "trace-policy", sentence: `The policy has no ${strange[0]} of ${String(strange[1])}.` };
  return { header, policy: { ...preset, constants: { ...preset.constants, ...header.set } } };
};
