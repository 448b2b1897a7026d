/**
 * Korean particles, which depend on the last sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로.
 * What stands in brackets or quotation marks at the end of a word is passed over as readers do; figures and letters sound as they are read.
 * Used by the Korean sentences; it knows no grammar beyond the choice of the particle.
 */
export type Particle = "은" | "이" | "을" | "과" | "으로";

const afterVowel: Readonly<Record<Particle, string>> = { 은: "는", 이: "가", 을: "를", 과: "와", 으로: "로" };

type Ending = "vowel" | "rieul" | "consonant";

/** How figures and Latin letters end when they are read aloud in Korean: 1 일, 3 삼, 6 육; L 엘, M 엠, N 엔, R 알. */
const endingOf = (character: string): Ending => {
  if (character >= "가" && character <= "힣") {
    const final = ((character.codePointAt(0) ?? 0) - 0xac00) % 28;
    return final === 0 ? "vowel" : final === 8 ? "rieul" : "consonant";
  }
  if (/[178lr]/i.test(character)) return "rieul";
  return /[036mn]/i.test(character) ? "consonant" : "vowel";
};

const lastSound = (word: string): string =>
  word
    .replace(/(\s*\([^()]*\))+(?=[’”*]*$)/, "")
    .replace(/[’”*\s.,]+$/, "")
    .slice(-1);

/** The word with the right form of the particle after it. */
export function withParticle(word: string, particle: Particle): string {
  const ending = endingOf(lastSound(word));
  const open = ending === "vowel" || (particle === "으로" && ending === "rieul");
  return word + (open ? afterVowel[particle] : particle);
}
