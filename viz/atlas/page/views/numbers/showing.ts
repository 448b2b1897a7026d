// Shows an answer: which way it was found, the verdict on every promise, and for each broken one its prose and its story.
// It always says whether a proof answers or stories that were played, and for a value that nobody proved which command does.
import { words as lawWords } from "../../../../../models/labels/labels.ts";
import { sayValueOf } from "../../../../../models/language/sentence.ts";
import { defaultPolicy, type PolicyName } from "../../../../../models/policy.ts";
import { setOver, writeSetting, type Setting } from "../../../../../models/settings.ts";
import { add, type Html } from "../../../../html.ts";
import { addTable } from "../../table.ts";
import { addTold } from "../../toldstory.ts";
import { addVerdict } from "../../verdict.ts";
import type { Reader } from "../view.ts";
import type { Answer, Broken, Proved, Replayed } from "./answer.ts";
import { askedAbout } from "./asked.ts";
import { numbersWords } from "./words.ts";

export const sayValue = (name: PolicyName, value: Setting, language: Reader["language"]): string =>
  sayValueOf(name, language, setOver(defaultPolicy, { [name]: value }));

/** A link that asks about a value. */
export const addValueLink = (
  parent: Html,
  { language, addressOf }: Reader,
  name: PolicyName,
  value: Setting,
) =>
  add(parent, "a", "", sayValue(name, value, language)).attr(
    "href",
    addressOf("numbers", askedAbout(name, value)),
  );

function addBroken(parent: Html, reader: Reader, { id, story }: Broken): void {
  const { data, language } = reader;
  const box = add(parent, "section", "story").attr("data-broken", id);
  const heading = add(box, "h4", "", `${numbersWords[language].story}: ${lawWords(language).promise(id)}`);
  add(heading, "code", "block", id);
  add(box, "p", "", data.promises.find((one) => one.id === id)?.says[language] ?? id);
  if (story === undefined) add(box, "p", "quiet", numbersWords[language].notReplayed);
  else addTold(box, reader, story);
}

function addProved(parent: Html, reader: Reader, { verdicts, broken }: Proved): void {
  const { language } = reader;
  const words = numbersWords[language];
  const unshown = verdicts.filter(({ verdict }) => verdict === "not shown").length;
  add(parent, "p", "answer", broken.length === 0 ? words.allHold : words.breaks(broken.length));
  if (unshown > 0) add(parent, "p", "answer", words.unshown(unshown));
  add(parent, "p", "", words.fromTable).attr("data-way", "proved");
  if (broken.some(({ story }) => story !== undefined)) add(parent, "p", "", words.replayedStories);
  for (const one of broken) addBroken(parent, reader, one);
  addTable(parent, [words.promise, words.verdict], verdicts, (one, cell, line) => {
    line.attr("data-promise", one.id);
    const name = cell();
    add(name, "div", "", lawWords(language).promise(one.id));
    add(name, "code", "block", one.id);
    const verdict = cell();
    addVerdict(verdict, language, one.verdict);
    if (one.verdict === "held") add(verdict, "div", "quiet", words.grades[one.grade]);
    if (one.verdict === "not shown") add(verdict, "div", "quiet", words.notShownNote);
  });
}

function addReplayed(
  parent: Html,
  reader: Reader,
  name: PolicyName,
  value: Setting,
  { broken, around }: Replayed,
): void {
  const words = numbersWords[reader.language];
  if (broken.length > 0) add(parent, "p", "answer", words.breaks(broken.length));
  add(parent, "p", "", words.byPlaying).attr("data-way", "replayed");
  add(parent, "p", "", broken.length === 0 ? words.nothingShown : words.realBreak);
  for (const one of broken) addBroken(parent, reader, one);
  const near = add(parent, "p", "values", `${words.around} `);
  for (const one of around) addValueLink(near, reader, name, one);
  const command = add(parent, "p", "", `${words.command} `);
  const set = `${name}=${writeSetting(name, value)}`;
  add(command, "code", "", `npm run -s entrylog -- prove --zones --set ${set}`);
}

export function addAnswer(
  parent: Html,
  reader: Reader,
  name: PolicyName,
  value: Setting,
  answer: Answer,
): void {
  const { data, language } = reader;
  const words = numbersWords[language];
  add(parent, "h3", "", words.heading(lawWords(language).constant(name), sayValue(name, value, language)));
  if (defaultPolicy.constants[name] === value) add(parent, "p", "", words.own);
  if (data.evidence.numbers?.modelHash !== data.lawHash) add(parent, "p", "stale", words.otherLaw);
  if (answer.kind === "proved") addProved(parent, reader, answer);
  else addReplayed(parent, reader, name, value, answer);
}
