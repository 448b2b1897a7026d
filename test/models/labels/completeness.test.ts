// Nothing in the models falls back to its own key: both languages have a word for everything that is named, and none for what is not.
// A word that nobody needs any more fails too, so that the dictionaries stay as small as the models.
import { describe, expect, it } from "vitest";
import { dictionaries, languages, words } from "../../../models/labels/labels.ts";
import { constantEntries, fieldPlaces, named, promiseIds, sentences } from "./named.ts";

const sorted = (of: readonly string[]) => [...of].sort();
const subjects = [
  "machines",
  "states",
  "events",
  "told",
  "observations",
  "flags",
  "refusals",
  "parties",
  "rules",
  "messages",
  "knowledge",
  "constants",
  "sets",
  "vocabulary",
  "vocabularyNames",
  "grades",
  "clauses",
  "questions",
  "sources",
] as const satisfies readonly (keyof typeof named)[];
const hangul = /[가-힣]/;

/** All texts of a dictionary, however deep, with the path to each. */
const textsOf = (node: object, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path === "" ? key : `${path}/${key}`;
    if (typeof value === "string") return [[here, value] as const];
    return typeof value === "object" && value !== null ? textsOf(value, here) : [];
  });

describe.each(languages)("words in %s", (language) => {
  const dictionary = dictionaries[language];

  const dictionaryOf: Readonly<Record<keyof typeof named, object>> = dictionary;

  it.each(subjects)("%s are those that the models name, no fewer and no more", (subject) => {
    const keys: readonly string[] = named[subject];
    expect(keys.length).toBeGreaterThan(1);
    expect(sorted(Object.keys(dictionaryOf[subject]))).toEqual(sorted(keys));
  });

  it("has a name for every field of machines, triggers and messages, and for no other", () => {
    const used = fieldPlaces.map(({ scope, field }) =>
      dictionary.fields[`${scope}.${field}`] === undefined ? field : `${scope}.${field}`,
    );
    expect(used.filter((key) => dictionary.fields[key] === undefined)).toEqual([]);
    expect(Object.keys(dictionary.fields).filter((key) => !used.includes(key))).toEqual([]);
  });

  it("has every promise that others rely on", () => {
    expect(promiseIds.filter((id) => dictionary.promises[id] === undefined)).toEqual([]);
  });

  it("leaves no text empty, and gives each state of a machine, each field of it and each refusal its own", () => {
    const texts = textsOf(dictionary);
    expect(texts.filter(([, text]) => text.trim() === "" || text !== text.trim())).toEqual([]);
    const states = named.states.map((key) => `${key.split(".")[0] ?? ""}: ${dictionary.states[key] ?? ""}`);
    expect(new Set(states).size).toBe(named.states.length);
    const refusals = named.refusals.map((code) => dictionary.refusals[code]?.sentence);
    expect(new Set(refusals).size).toBe(named.refusals.length);
    expect(new Set(Object.values(dictionary.constants)).size).toBe(named.constants.length);
  });

  it("answers through words() with the texts of the dictionary", () => {
    const said = words(language);
    expect(said.state("visit", "erased")).toBe(language === "ko" ? "파기됨" : "erased");
    expect(said.event("scan")).toBe(dictionary.messages["scan"]);
    expect(said.field("release", "records")).not.toBe(said.field("disclosure", "records"));
    expect(said.refusal("pass-expired").advice).toBe(dictionary.refusals["pass-expired"]?.advice);
    expect(said.openQuestion("leaving-a-case")).toBe(dictionary.questions["leaving-a-case"]);
    expect(said.question("C8")).toBe(dictionary.questions["leaving-a-case"]);
    expect(said.question("C1")).toBe(
      `${dictionary.questions["code-window"] ?? ""} ${dictionary.questions["codes-counted-anew"] ?? ""}`,
    );
    expect(said.question("S1")).toBeUndefined();
  });

  it("gives an unknown key back, so that no page breaks over a word", () => {
    const said = words(language);
    expect(said.machine("unheard")).toBe("unheard");
    expect(said.state("visit", "unheard")).toBe("unheard");
    expect(said.field("visit", "unheard")).toBe("unheard");
    expect(said.refusal("unheard").sentence).toBe("unheard");
  });
});

describe("Korean", () => {
  const { korean, english } = { korean: dictionaries.ko, english: dictionaries.en };

  it("has a counterpart for every English sentence in the models, and for no other", () => {
    expect(sentences.filter((sentence) => korean.sentences[sentence] === undefined)).toEqual([]);
    expect(Object.keys(korean.sentences).filter((sentence) => !sentences.includes(sentence))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(100);
  });

  it("is written in Hangul everywhere", () => {
    expect(textsOf(korean).filter(([, text]) => !hangul.test(text))).toEqual([]);
    expect(textsOf(english).filter(([, text]) => hangul.test(text))).toEqual([]);
  });

  it("speaks politely wherever it speaks in sentences", () => {
    const polite = /(니다|세요|니까)[.?]$/;
    const spoken = [
      ...Object.values(korean.refusals).flatMap(({ sentence, advice }) => [sentence, advice]),
      ...Object.values(korean.clauses),
      ...Object.values(korean.questions),
      ...Object.values(korean.promises),
      ...Object.entries(korean.sentences).flatMap(([original, text]) =>
        original.endsWith(".") ? [text] : [],
      ),
    ];
    expect(spoken.filter((text) => !polite.test(text))).toEqual([]);
  });

  it("keeps every number of a clause or sentence", () => {
    const numbers = (text: string) => text.replace(/(\d),(?=\d{3})/g, "$1").match(/\d+(\.\d+)?/g) ?? [];
    const pairs = [
      // F14 counts in billions and millions, which Korean counts in 억 and 만.
      ...named.clauses
        .filter((id) => id !== "F14")
        .map((id) => [english.clauses[id] ?? "", korean.clauses[id] ?? ""] as const),
      ...Object.entries(korean.sentences),
      ...named.questions.map((id) => [english.questions[id] ?? "", korean.questions[id] ?? ""] as const),
      ...promiseIds.map((id) => [english.promises[id] ?? "", korean.promises[id] ?? ""] as const),
    ];
    expect(pairs.filter(([original]) => numbers(original).length > 0).length).toBeGreaterThan(15);
    for (const [original, text] of pairs)
      expect(numbers(text), original).toEqual(expect.arrayContaining(numbers(original)));
  });

  it("says every constant's description", () => {
    for (const [name, { description }] of constantEntries)
      expect(words("ko").description(description), name).not.toBe(description);
  });
});

describe("the comparison", () => {
  it("passes over no subject", () => {
    expect(sorted(subjects)).toEqual(sorted(Object.keys(named)));
  });
});

describe("English", () => {
  it("says two things in each refusal: what is wrong and what to do, each one sentence", () => {
    for (const { sentence, advice } of Object.values(dictionaries.en.refusals)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
      expect(advice).not.toBe(sentence);
    }
  });

  it("leaves the sentences of the models as they are", () => {
    expect(sentences.filter((sentence) => words("en").description(sentence) !== sentence)).toEqual([]);
  });
});
