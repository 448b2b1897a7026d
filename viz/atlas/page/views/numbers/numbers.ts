// "Change a number": a reader chooses a constant of the policy and another value, and every promise is answered for it.
// The choice stands in the address, so that a link shows another reader the same answer.
// A value may be typed; what is none is answered by a sentence, and the page stays as it was.
import { words as lawWords } from "../../../../../models/labels/labels.ts";
import { constants, defaultPolicy, type PolicyName } from "../../../../../models/policy.ts";
import type { NumbersData, NumbersVerdict } from "../../../reading/numbers.ts";
import type { Place } from "../../address.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, type Html } from "../../../../html.ts";
import { addVerdict } from "../../verdict.ts";
import type { Follow, Reader, View } from "../view.ts";
import { answerTo, provedValues, valuesIn } from "./answer.ts";
import { constantAsked, valueAsked } from "./asked.ts";
import { addAnswer, addValueLink, sayValue } from "./showing.ts";
import { numbersWords } from "./words.ts";

function addChoice(section: Html, { language, go }: Reader, numbers: NumbersData): Html {
  const words = numbersWords[language];
  const label = add(section, "label", "field", `${words.constant} `);
  const choice = add(label, "select").attr("id", "number-constant");
  for (const { name } of numbers.constants)
    add(choice, "option", "", lawWords(language).constant(name)).attr("value", name);
  choice.on("change", () => {
    go({ constant: String(choice.property("value")), value: undefined });
  });
  return choice;
}

/** The worst that is said of any promise, for a list in which one word has to do. */
const worstOf = (verdicts: readonly NumbersVerdict[]): NumbersVerdict["verdict"] =>
  (["broken", "not shown"] as const).find((worst) => verdicts.some(({ verdict }) => verdict === worst)) ??
  "held";

/** What the constant is, and the values that were proved, each as a link. */
function fillAbout(parent: Html, reader: Reader, numbers: NumbersData, name: PolicyName): void {
  const { data, language } = reader;
  const words = numbersWords[language];
  const { description, clauses } = constants[name];
  parent.selectAll("*").remove();
  add(parent, "p", "says", `${lawWords(language).description(description)}.`);
  const own = defaultPolicy.constants[name];
  if (own !== undefined) add(parent, "p", "", `${words.now}: ${sayValue(name, own, language)}`);
  addClauseChips(add(parent, "p", "", `${words.restsOn} `), data, language, clauses);
  add(parent, "h3", "", words.proved);
  const list = add(parent, "ul", "values");
  for (const value of provedValues(numbers, name)) {
    const entry = valuesIn(numbers, name).find((one) => one.value === value);
    const item = add(list, "li");
    addValueLink(item, reader, name, value);
    addVerdict(item, language, worstOf(entry?.otherwise ?? []));
  }
}

function addTyping(section: Html, { language, go }: Reader): Html {
  const words = numbersWords[language];
  const form = add(section, "form", "field");
  const label = add(form, "label", "", `${words.other} `);
  const input = add(label, "input")
    .attr("type", "text")
    .attr("id", "number-value")
    .attr("autocomplete", "off");
  add(form, "button", "choice", words.ask).attr("type", "submit");
  form.on("submit", (event: Event) => {
    event.preventDefault();
    go({ value: String(input.property("value")) });
  });
  return input;
}

function fillResult(
  parent: Html,
  reader: Reader,
  numbers: NumbersData,
  name: PolicyName,
  place: Place,
): void {
  const { language } = reader;
  const words = numbersWords[language];
  parent.selectAll("*").remove();
  const asked = valueAsked(name, place.asked["value"]);
  switch (asked.kind) {
    case "none":
      add(parent, "p", "quiet", words.pick);
      return;
    case "unreadable": {
      const constant = lawWords(language).constant(name);
      add(parent, "p", "mistake", words.unreadable(asked.text, constant, words.forms[constants[name].kind]));
      return;
    }
    case "value":
      addAnswer(parent, reader, name, asked.value, answerTo(numbers, name, asked.value));
  }
}

function fill(section: Html, reader: Reader, numbers: NumbersData): Follow {
  const words = numbersWords[reader.language];
  add(section, "h2", "", words.name);
  add(section, "p", "", words.lead);
  const choice = addChoice(section, reader, numbers);
  const about = add(section, "div");
  const input = addTyping(section, reader);
  const result = add(section, "div", "result").attr("role", "status");
  let shown: string | undefined;
  return (place) => {
    const name = constantAsked(
      numbers.constants.map((constant) => constant.name),
      place.asked["constant"],
    );
    if (name === undefined) return;
    const asked = `${name}=${place.asked["value"] ?? ""}`;
    // An answer takes a moment to play, and other things change in the address too.
    if (asked === shown) return;
    shown = asked;
    choice.property("value", name);
    input.property("value", place.asked["value"] ?? "");
    fillAbout(about, reader, numbers, name);
    fillResult(result, reader, numbers, name, place);
  };
}

export const numbersView: View = {
  id: "numbers",
  name: () => ({ en: numbersWords.en.name, ko: numbersWords.ko.name }),
  group: "questions",
  isThere: ({ evidence }) => evidence.numbers !== undefined,
  prints: false,
  fill: (section, reader) => {
    const { numbers } = reader.data.evidence;
    return numbers === undefined ? undefined : fill(section, reader, numbers);
  },
};
