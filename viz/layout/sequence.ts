// Lays a played story out as a sequence diagram: a lane a party, a row a step, with arrows, own steps, waits and what was learnt.
// It is given words and gives coordinates, in pixels; viz/paint/sequence.ts paints them and nothing is measured twice.
// It knows no move and no message: whoever calls it says what stands where.
import { wrapped } from "./measure.ts";

export interface Lane {
  readonly id: string;
  readonly name: string;
}

export type ArrowKind = "message" | "question" | "refusal";

export interface SequenceArrow {
  readonly kind: ArrowKind;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface SequenceStep {
  /** Its number in the story, from 1. */
  readonly number: number;
  readonly time: string;
  /** The lane it happens in; nothing for what is nobody's. */
  readonly lane: string | undefined;
  readonly sentence: string;
  readonly arrows: readonly SequenceArrow[];
  /** What happened by itself. */
  readonly byItself: readonly string[];
  readonly learnt: readonly { readonly lane: string; readonly things: readonly string[] }[];
}

export interface Words {
  readonly lines: readonly string[];
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
}

export interface PlacedArrow {
  readonly kind: ArrowKind;
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
  readonly words: Words;
}

export interface PlacedRow {
  readonly number: number;
  readonly y: number;
  readonly height: number;
  readonly time: Words;
  readonly arrows: readonly PlacedArrow[];
  /** An own step in its lane, or across all lanes what is nobody's. */
  readonly box:
    | {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly words: Words;
        readonly isNobodys: boolean;
      }
    | undefined;
  readonly byItself: Words | undefined;
  readonly learnt: readonly Words[];
}

export interface SequencePicture {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly x: number; readonly fromY: number; readonly toY: number }[];
  /** The names of the lanes, at the top and again wherever they would be out of sight. */
  readonly names: readonly Words[];
  readonly rows: readonly PlacedRow[];
}

export const sequenceSizes = { text: 12.5, pitch: 16, margin: 10 } as const;
const { text: textPx, pitch, margin } = sequenceSizes;
const timeWidth = 150;
const laneWidth = 176;
const headHeight = 48;
/** A screen shows about so much of the picture. */
const namedEvery = 520;

const heightOf = (lines: readonly string[]): number => lines.length * pitch;

interface Room {
  readonly x: (lane: string) => number;
  readonly left: number;
  readonly right: number;
}

function placeArrows(arrows: readonly SequenceArrow[], { x }: Room, top: number): readonly PlacedArrow[] {
  let y = top;
  return arrows.map(({ kind, from, to, text }) => {
    const [fromX, toX] = [x(from), x(to)];
    const lines = wrapped(text, textPx, Math.max(laneWidth, Math.abs(toX - fromX)) - 22);
    y += heightOf(lines) + 8;
    const words = { lines, x: (fromX + toX) / 2, y: y - heightOf(lines) + 8 };
    const placed = { kind, fromX, toX, y: y + 4, words };
    y += 8;
    return placed;
  });
}

function placeBox(
  { lane, sentence, arrows }: SequenceStep,
  { x, left, right }: Room,
  top: number,
): PlacedRow["box"] {
  if (arrows.length > 0) return undefined;
  const width = lane === undefined ? right - left : laneWidth - 12;
  const lines = wrapped(sentence, textPx, width - 14);
  const boxX = lane === undefined ? left : x(lane) - width / 2;
  return {
    x: boxX,
    y: top,
    width,
    height: heightOf(lines) + 10,
    words: { lines, x: boxX + width / 2, y: top + pitch },
    isNobodys: lane === undefined,
  };
}

function placeRow(step: SequenceStep, room: Room, y: number): PlacedRow {
  const time = {
    lines: wrapped(`${step.number}. ${step.time}`, textPx, timeWidth - 16),
    x: margin,
    y: y + 18,
  };
  let below = y + 6;
  const arrows = placeArrows(step.arrows, room, below);
  below = (arrows.at(-1)?.y ?? below - 6) + 6;
  const box = placeBox(step, room, below);
  if (box !== undefined) below += box.height + 6;
  const notes = step.byItself.flatMap((one) => wrapped(`◷ ${one}`, textPx, room.right - room.left - 14));
  const byItself =
    notes.length === 0 ? undefined : { lines: notes, x: (room.left + room.right) / 2, y: below + pitch - 2 };
  below += heightOf(notes);
  const learnt = step.learnt.map(({ lane, things }) => ({
    lines: things.flatMap((thing) => wrapped(`+ ${thing}`, textPx, (laneWidth - 10) / 1.1)),
    x: room.x(lane),
    y: below + pitch,
  }));
  below += Math.max(0, ...learnt.map(({ lines }) => heightOf(lines) + 6));
  const height = Math.max(below + 8, y + heightOf(time.lines) + 14) - y;
  return { number: step.number, y, height, time, arrows, box, byItself, learnt };
}

/** The whole picture; lanes that nothing touches are the caller's to leave out. */
export function layOutSequence(lanes: readonly Lane[], steps: readonly SequenceStep[]): SequencePicture {
  const laneX = new Map(lanes.map(({ id }, place) => [id, timeWidth + (place + 0.5) * laneWidth]));
  const width = timeWidth + lanes.length * laneWidth + margin;
  const room: Room = {
    x: (lane) => laneX.get(lane) ?? timeWidth,
    left: timeWidth + 6,
    right: width - margin - 6,
  };
  const names: Words[] = [];
  let y = 0;
  const nameLanes = (): void => {
    for (const { id, name } of lanes) {
      const lines = wrapped(name, textPx, laneWidth - 16);
      names.push({ lines, x: room.x(id), y: y + 26 - (heightOf(lines) - pitch) / 2 });
    }
    y += headHeight;
  };
  nameLanes();
  let namedAt = y;
  const rows = steps.map((step) => {
    if (y - namedAt > namedEvery) {
      nameLanes();
      namedAt = y;
    }
    const row = placeRow(step, room, y);
    y += row.height;
    return row;
  });
  const height = y + margin;
  return {
    width,
    height,
    names,
    lanes: lanes.map(({ id }) => ({ x: room.x(id), fromY: headHeight, toY: height - margin })),
    rows,
  };
}
