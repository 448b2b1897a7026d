// Reads a story file of the prover (*.itf.json): what is played in which slice, by which policy, and what it says that it breaks.
// Every field that is used is checked, and what is wrong is answered in one sentence; the page then stays as it was.
// A story of other models, cut short, of a deliberate mistake, or that plays otherwise than it says is not played.
import { law } from "../../../../../models/law.ts";
import { presetNamed, setOver, unsettableIn } from "../../../../../models/settings.ts";
import { isSliceId, sliceOf } from "../../../../../models/slices.ts";
import { timePasses } from "../../../../../models/language/slice.ts";
import { play, type Story, type StoryStep } from "../../../../../models/story/story.ts";
import type { Said } from "../../../data.ts";
import { isFields, isList, parsed, settingsOf, type Fields } from "./json.ts";

/** A story, or the sentence that says why there is none. */
export type ReadStory = { readonly story: Story } | { readonly problem: Said };

export const problems = {
  cut: {
    en: "This file is cut short, or it is neither a story (.itf.json) nor a trace (.trace).",
    ko: "이 파일은 중간에 잘렸거나, 이야기(.itf.json)도 실행 기록(.trace)도 아닙니다.",
  },
  notOurs: {
    en: "This is no story in the form that the prover writes (.itf.json).",
    ko: "증명기가 쓰는 형식(.itf.json)의 이야기가 아닙니다.",
  },
  otherVersion: {
    en: "This story was written in the form of another version and cannot be read here.",
    ko: "다른 판의 형식으로 쓴 이야기라 여기서는 읽을 수 없습니다.",
  },
  otherModels: {
    en: "This story was made by other models than those of this page. Make it anew with `entrylog prove`.",
    ko: "이 화면과 다른 모델로 만든 이야기입니다. `entrylog prove`로 다시 만들어 주세요.",
  },
  mistake: {
    en: "This story is of a deliberate mistake in the law, and this page plays the law as it is. `entrylog replay` plays it.",
    ko: "정책에 일부러 넣은 잘못에 관한 이야기이며, 이 화면은 정책을 있는 그대로 재생합니다. `entrylog replay`로 재생할 수 있습니다.",
  },
  unknownPart: {
    en: "This story is of a part or of a policy that is not known here.",
    ko: "여기에 없는 부분이나 정책에 관한 이야기입니다.",
  },
  unplayable: {
    en: "This story cannot be played to its end by the law, or it goes otherwise than the file says.",
    ko: "이 정책으로는 이야기를 끝까지 재생할 수 없거나, 파일에 적힌 것과 다르게 진행됩니다.",
  },
} as const satisfies Readonly<Record<string, Said>>;

const metaOf = (value: unknown): Fields | undefined => {
  const meta = isFields(value) ? value["#meta"] : undefined;
  return isFields(meta) ? meta : undefined;
};

const stepOf = (state: unknown): StoryStep | undefined => {
  const { move, waitMs } = metaOf(state) ?? {};
  if (typeof move !== "string" || typeof waitMs !== "number" || !Number.isInteger(waitMs) || waitMs < 0)
    return undefined;
  return move === timePasses ? { waitMs } : { waitMs, move };
};

const stepsOf = (value: unknown): readonly StoryStep[] | undefined => {
  if (!isList(value) || value.length === 0) return undefined;
  const states = value.slice(1);
  const steps = states.flatMap((state) => stepOf(state) ?? []);
  return steps.length === states.length ? steps : undefined;
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, place) => value === other[place]);

function storyIn(meta: Fields, states: unknown): ReadStory {
  const { slice: id, form, preset, set, clock, breaks } = meta;
  const steps = stepsOf(states);
  const settings = settingsOf(set);
  const isForm = form === "counted" || form === "timed";
  const isClock = clock === "real" || clock === "small";
  if (!isForm || !isClock || typeof id !== "string" || typeof preset !== "string")
    return { problem: problems.notOurs };
  if (steps === undefined || settings === undefined || !isList(breaks)) return { problem: problems.notOurs };
  const slice = isSliceId(id) ? sliceOf(id, form) : undefined;
  const base = presetNamed(preset);
  if (slice === undefined || base === undefined || unsettableIn(settings) !== undefined)
    return { problem: problems.unknownPart };
  const story: Story = { slice, form, policy: setOver(base, settings), clock, steps };
  const { happened, stopsAt } = play(story, law);
  const isAsItSays = stopsAt === undefined && isSame(happened.at(-1)?.breaks ?? [], breaks);
  return isAsItSays ? { story } : { problem: problems.unplayable };
}

/** The story in the text of a file, made by the models of this hash. */
export function readStory(text: string, lawHash: string): ReadStory {
  const file = parsed(text);
  if (file === undefined) return { problem: problems.cut };
  const meta = metaOf(file);
  if (meta === undefined || meta["format"] !== "ITF" || !isFields(file)) return { problem: problems.notOurs };
  const { schemaVersion, modelHash, mistake } = meta;
  if (typeof schemaVersion !== "number" || typeof modelHash !== "string")
    return { problem: problems.notOurs };
  if (schemaVersion !== 1) return { problem: problems.otherVersion };
  if (modelHash !== lawHash) return { problem: problems.otherModels };
  if (mistake !== undefined) return { problem: problems.mistake };
  return storyIn(meta, file["states"]);
}
