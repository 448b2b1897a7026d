// Looks into a party's vault and alias files: which keys lie there, by the name of their file, and how many aliases stand.
// A key is counted because its file exists; what is in it is wrapped, and stays so.
// It opens nothing and asks the party nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accountIn, recordBytes } from "../../../impl/store/aliasrecord.ts";
import { secretSuffix } from "../../../impl/store/securefile.ts";

/** The names of all keys in a vault's folder. */
export const keysIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(secretSuffix))
        .map((file) => file.slice(0, -secretSuffix.length))
        .sort()
    : [];

export interface AliasFile {
  readonly day: number;
  /** Aliases that stand for an account; erased ones are zeros. */
  readonly standing: number;
}

const fileName = /^day-(\d+)\.aliases$/;

export const aliasFilesIn = (folder: string): readonly AliasFile[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const day = fileName.exec(name)?.[1];
    if (day === undefined) return [];
    const records = readFileSync(join(folder, name));
    const places = Array.from({ length: Math.floor(records.length / recordBytes) }, (_, place) => place);
    return [{ day: Number(day), standing: places.filter((place) => accountIn(records, place) !== 0).length }];
  });
};
