/**
 * Says a move of a slice aloud, in Korean or English: its sentence with the names filled in.
 * In Korean a name is followed by the particle that fits its last sound.
 */
import { words, type Language } from "../labels/labels.ts";
import { withParticle, type Particle } from "../labels/particle.ts";
import type { Move } from "./slice.ts";

const particles: readonly Particle[] = ["은", "이", "을", "과", "으로"];

/** What is said of the move that is nobody's. */
export const timePassesSays = "Time passes.";

/** The sentence of the move. */
export function sayMove({ says, names }: Pick<Move, "says" | "names">, language: Language): string {
  const { description } = words(language);
  return description(says).replaceAll(
    /\{(\w+)(?:\|([^}]+))?\}/g,
    (whole, name: string, wanted: string | undefined) => {
      const word = names?.[name];
      if (word === undefined) return whole;
      const particle = particles.find((one) => one === wanted);
      const said = description(word);
      return particle === undefined ? said : withParticle(said, particle);
    },
  );
}
