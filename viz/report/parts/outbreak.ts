// The outbreak: how many were infected and reported, by day.
// Shown where the level lets an infection spread.
import { palette } from "../../paint/palette.ts";
import { addDaysCharts } from "./days.ts";
import { addPart, type Part } from "./part.ts";

export const addOutbreak: Part = (sheet, { infection, days }, voice) => {
  if (infection === undefined) return;
  const { words, figure } = voice;
  const { infected, reported, index } = infection;
  const lead = words.outbreakLead(figure(infected), figure(reported), figure(index));
  addDaysCharts(addPart(sheet, voice, "outbreak", words.outbreak, lead), days, voice, [
    { column: "infected", title: words.infected, colour: palette.refused },
    { column: "reported", title: words.reported, colour: palette.quiet },
  ]);
};
