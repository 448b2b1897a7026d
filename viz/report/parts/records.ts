// The records over the weeks: made, still there, erased, and what else happened by day.
// That what is kept comes to a plateau and does not grow is seen here, where a run is longer than the retention.
import { palette } from "../../paint/palette.ts";
import { addDaysCharts } from "./days.ts";
import { addPart, type Part } from "./part.ts";

export const addRecords: Part = (sheet, { days, records }, voice) => {
  const { words, figure } = voice;
  const lead = words.recordsLead(figure(records.recorded), figure(records.live), figure(records.erased));
  addDaysCharts(addPart(sheet, voice, "records", words.records, lead), days, voice, [
    { column: "recordsLive", title: words.recordsLive, colour: palette.live, shape: "area" },
    { column: "recordsErased", title: words.recordsErased, colour: palette.removed },
    { column: "passesIssued", title: words.issued, colour: palette.made },
    { column: "checkIns", title: words.checkIns, colour: palette.taken },
    { column: "refusals", title: words.refusalsByDay, colour: palette.refused },
    { column: "reidentified", title: words.reidentified, colour: palette.quiet },
  ]);
};
