// Where the report comes from: law, scenario, policy, seed and size, how and when it was run, and the command that repeats it.
// With it somebody else can make the same run again and compare its hashes.
import { add, addFact } from "../../html.ts";
import { addPart, type Part } from "./part.ts";

const settings = (set: Readonly<Record<string, number | string>>): readonly string[] =>
  Object.entries(set).map(([name, value]) => `${name} ${value}`);

export const addProvenance: Part = (sheet, { manifest, trace, traceHash, outcomeHash }, voice) => {
  const { words, figure } = voice;
  const { people, venues, days, workers, durability } = manifest;
  const list = add(addPart(sheet, voice, "provenance", words.provenance), "dl");
  const fact = (name: string, value: string | undefined): void => {
    if (value !== undefined) addFact(list, name).text(value);
  };
  fact(words.scenario, manifest.scenario);
  fact(words.policy, [manifest.policy.preset, ...settings(manifest.policy.set)].join(", "));
  fact(words.seed, String(manifest.seed));
  fact(words.size, words.sizes(figure(people), figure(venues), figure(days)));
  fact(words.level, manifest.level);
  fact(words.passes, words[manifest.passes]);
  fact(words.workers, workers === undefined ? undefined : figure(workers));
  fact(words.stores, durability === undefined ? undefined : words[durability]);
  fact(words.ranOn, manifest.ranOn);
  fact(words.versions, settings(manifest.versions).join(", "));
  fact(words.lawHash, manifest.modelHash);
  fact(words.traceHash, traceHash);
  fact(words.outcomeHash, outcomeHash);
  if (trace !== undefined) addFact(list, words.trace).attr("lang", "en").text(trace.sentence);
  add(addFact(list, words.command), "code", "", manifest.command);
};
