/**
 * The national crisis level, said by hand (clause F7): collection only while it is serious or alert.
 * Each of the four levels is told, in the order in which a crisis ends.
 * Pure data: it imports no model and no generated code.
 */
import type { Story } from "./story.ts";

export const crisisExamples: readonly Story[] = [
  {
    clause: "F7",
    also: ["S2"],
    says: "Collection begins with the level serious, goes on with alert, and stops at once with caution or attention.",
    subject: "crisis",
    steps: [
      { at: "2020-02-22T00:00:00.000+09:00", expect: { state: "suspended" } },
      {
        at: "2020-02-23T00:00:00.000+09:00",
        send: "level.announced",
        with: { level: "serious" },
        expect: { told: "collection.resumed", state: "active", fields: { level: "serious" } },
      },
      {
        at: "2022-04-25T00:00:00.000+09:00",
        send: "level.announced",
        with: { level: "alert" },
        expect: { state: "active", fields: { level: "alert" } },
      },
      {
        at: "2022-05-01T00:00:00.000+09:00",
        send: "level.announced",
        with: { level: "caution" },
        expect: { told: "collection.stopped", state: "suspended", fields: { level: "caution" } },
      },
      {
        at: "2022-05-02T00:00:00.000+09:00",
        send: "level.announced",
        with: { level: "attention" },
        expect: { state: "suspended", fields: { level: "attention" } },
      },
      {
        at: "2022-05-03T00:00:00.000+09:00",
        send: "level.announced",
        with: { level: "alert" },
        expect: { told: "collection.resumed", state: "active" },
      },
      {
        at: "2022-05-03T00:00:00.001+09:00",
        send: "level.announced",
        with: { level: "attention" },
        expect: { told: "collection.stopped", state: "suspended" },
      },
    ],
  },
];
