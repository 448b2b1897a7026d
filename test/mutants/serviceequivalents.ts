/**
 * Mutants of the services that do the same as the program, each with its reason.
 * One that a test kills all the same does not belong here, and the report fails on it.
 */
const savesWork = "what it saves is work only: done all the same, it changes nothing";

export const serviceEquivalents: Readonly<Record<string, string>> = {
  "impl/venue/waiting.ts sequences.length === 0 becomes false #1": savesWork,
  "impl/venue/waiting.ts removed > 0 becomes true #1": savesWork,
  "impl/venue/waiting.ts removed > 0 becomes removed >= 0 #1": savesWork,
  "impl/venue/device.ts found === undefined becomes true #1":
    "the seed that was found is put back under its own name, so that the vault holds what it held",
  "impl/protocol/partcheck.ts left.length === right.length becomes true #1":
    "names joined are the same only for as many names, because none is empty or has a comma in it",
  "impl/custodian/checking.ts epoch === undefined becomes false #1":
    "without an epoch the pass is of none, which the next condition asks",
  "impl/custodian/recording.ts epochKnown === 1 becomes true #1": savesWork,
  "impl/custodian/recording.ts facts.epochKnown === 1 becomes true #1":
    "the law is told all the same that the epoch is not known, and refuses",
  "impl/custodian/recording.ts facts.receivedAtMs > lastStored becomes facts.receivedAtMs >= lastStored #1":
    "of two equal instants either is the latest",
  "impl/custodian/recording.ts lastStored > 0 becomes true #1": savesWork,
  "impl/custodian/recording.ts lastStored > 0 becomes lastStored >= 0 #1": savesWork,
};
