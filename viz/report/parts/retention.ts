// What each day of retention buys in contacts found, and what it costs in records that lie exposed.
// The retention of the run's own policy is marked, where the curve has a point for it.
// Shown where the level traces contacts.
import { millisecondsADay, presetNames, presets } from "../../../models/policy.ts";
import { paintTradeoff } from "../../paint/tradeoff.ts";
import type { RunReported } from "../form.ts";
import { addChart, addCharts, addPart, addTwin, type Part } from "./part.ts";
import { addTable } from "./table.ts";

const inDays = /^(\d+)d$/;

/** The retention of the run's policy in days, as the scenario set it or as its preset has it; unknown where it is no whole days. */
const presentDays = ({ preset, set }: RunReported["manifest"]["policy"]): number | undefined => {
  const own = set["retention"];
  if (own !== undefined) return Number(inDays.exec(String(own))?.[1] ?? Number.NaN);
  const name = presetNames.find((one) => one === preset);
  const retention = name === undefined ? undefined : presets[name].constants.retention;
  return typeof retention === "number" ? retention / millisecondsADay : undefined;
};

const shareOf = (found: number, contacts: number): number => (contacts > 0 ? found / contacts : 0);

export const addRetention: Part = (sheet, { tracing, manifest }, voice) => {
  if (tracing === undefined) return;
  const { words, figure, share } = voice;
  const { contacts, found, curve } = tracing;
  const present = presentDays(manifest.policy);
  const lead = words.retentionLead(figure(found), figure(contacts), share(shareOf(found, contacts)));
  const section = addPart(sheet, voice, "retention", words.retention, lead);
  if (curve.length === 0) return;
  const choices = curve.map((point) => ({
    name: words.daysLong(figure(point.retentionDays)),
    paid: point.personDaysExposed,
    bought: shareOf(point.found, point.contacts),
    isPresent: point.retentionDays === present,
  }));
  addChart(addCharts(section), voice, "retention", (svg) => {
    const tradeoff = { title: words.retentionChart, choices, paidName: words.exposed };
    paintTradeoff(svg, tradeoff, { share, count: figure });
  });
  addTable(
    addTwin(section, voice),
    [
      {
        name: words.retentionDays,
        says: ({ retentionDays }) =>
          `${figure(retentionDays)}${retentionDays === present ? ` (${words.present})` : ""}`,
      },
      { name: words.contacts, says: (point) => figure(point.contacts), isNumber: true },
      { name: words.found, says: (point) => figure(point.found), isNumber: true },
      {
        name: words.foundShare,
        says: (point) => share(shareOf(point.found, point.contacts)),
        isNumber: true,
      },
      { name: words.exposure, says: ({ personDaysExposed }) => figure(personDaysExposed), isNumber: true },
    ],
    curve,
  );
};
