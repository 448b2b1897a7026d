// What is heard and felt at the door: two tones that rise when somebody is admitted, the same tone twice when it is not yet checked,
// and one long low tone when they are refused. The tones are made by the browser; there is no file.
// Browsers are silent until the reader has touched the page, and say so in their console if they are asked before.
import { Schema } from "effect";
import { kept } from "./kept.ts";
import type { Verdict } from "./verdict.ts";

interface Tone {
  readonly hertz: number;
  readonly fromSeconds: number;
  readonly seconds: number;
  readonly shape: OscillatorType;
}

const tone = (hertz: number, fromSeconds: number, seconds: number, shape: OscillatorType = "sine"): Tone => ({
  hertz,
  fromSeconds,
  seconds,
  shape,
});

const tones: Readonly<Record<Verdict["answer"], readonly Tone[]>> = {
  checked: [tone(880, 0, 0.12), tone(1_320, 0.14, 0.22)],
  unchecked: [tone(620, 0, 0.14), tone(620, 0.24, 0.14)],
  refused: [tone(180, 0, 0.6, "square")],
};

const shakes: Readonly<Record<Verdict["answer"], readonly number[]>> = {
  checked: [80],
  unchecked: [80, 80, 80],
  refused: [400],
};

const loudness = 0.25;

export const keptSilence = kept("silent", Schema.Boolean);

export const mayBeHeard = (): boolean =>
  !("userActivation" in navigator) || navigator.userActivation.hasBeenActive;

let context: AudioContext | undefined;

const play = ({ hertz, fromSeconds, seconds, shape }: Tone, audio: AudioContext): void => {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const start = audio.currentTime + fromSeconds;
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(loudness, start);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.onended = () => {
    oscillator.disconnect();
    gain.disconnect();
  };
  oscillator.start(start);
  oscillator.stop(start + seconds);
};

export const sound = (answer: Verdict["answer"]): void => {
  if (!mayBeHeard()) return;
  if ("vibrate" in navigator) navigator.vibrate([...shakes[answer]]);
  if (keptSilence.get() === true) return;
  context ??= new AudioContext();
  const audio = context;
  // It sleeps when the machine did.
  void audio.resume();
  for (const each of tones[answer]) play(each, audio);
};
