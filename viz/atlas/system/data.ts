// What the page knows of the parties: who they are, what crosses between them, the rules by which they answer, and their picture.
// The building side makes it (the files beside this one), and the overview and the panel read it.
// It is part of the page's data and stamped with it.
import type { Picture } from "../../layout/picture.ts";
import type { InEach, Said } from "../../said.ts";

/** A promise about what a party must never know, with the things in question. */
export interface IgnoranceData {
  readonly promise: string;
  readonly says: Said;
  readonly clauses: readonly string[];
  readonly of: readonly Said[];
}

export interface PartyData {
  readonly id: string;
  readonly name: Said;
  readonly says: Said;
  readonly in2020: Said;
  readonly clauses: readonly string[];
  /** The machines that it keeps, and one for each of what fields. */
  readonly keeps: readonly { readonly machine: string; readonly fields: readonly Said[] }[];
  /** What its files and keys tell, and what they do not; nothing for somebody who keeps no files of others. */
  readonly files?: { readonly tell: Said; readonly doNotTell: Said };
  readonly mustNotKnow: readonly IgnoranceData[];
  /** The most that it could know, if it kept all that it ever saw. */
  readonly canKnow: readonly Said[];
}

/** What one party sends another: a message of the law, or what starts a rule of the other. */
export interface CrossingData {
  readonly id: string;
  readonly name: Said;
  readonly from: string;
  readonly to: string;
  readonly says: Said;
  /** What it is made of; nothing where the law says only what the rule is told. */
  readonly fields: readonly { readonly name: Said; readonly holds?: Said }[];
  /** What the receiver can read of it that it did not have, and what stays closed to it. */
  readonly opens: readonly Said[];
  readonly closed: readonly Said[];
  /** The rules that send it, and those that answer it. */
  readonly sentBy: readonly string[];
  readonly answeredBy: readonly string[];
}

export interface RuleData {
  readonly id: string;
  readonly party: string;
  readonly name: Said;
  readonly says: Said;
  readonly trigger: Said;
  readonly from: string;
  /** The crossing that brings the trigger, where another party does. */
  readonly broughtBy?: string;
  readonly refusals: readonly {
    readonly code: string;
    readonly says: Said;
    readonly condition: Said;
    readonly clauses: readonly string[];
  }[];
  readonly steps: readonly { readonly machine: string; readonly event: Said; readonly condition?: Said }[];
  /** Ids of the crossings that it sends when nothing was refused. */
  readonly sends: readonly string[];
  readonly clauses: readonly string[];
}

export interface SystemData {
  readonly parties: readonly PartyData[];
  readonly crossings: readonly CrossingData[];
  readonly rules: readonly RuleData[];
  readonly pictures: InEach<Picture>;
}
