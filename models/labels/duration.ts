/**
 * Says a duration of whole milliseconds in the largest units that fit: "30 days", "1 hour 30 minutes", "15초".
 * Up to three days are said in hours, as the clauses say them, so that nobody takes 24 hours for a calendar day.
 * Used wherever a number of the policy is shown to people. It rounds nothing away: what is left below a second is said in milliseconds.
 */
import type { Language } from "./labels.ts";

const units = [
  { size: 86_400_000, en: "day", ko: "일", from: 4 },
  { size: 3_600_000, en: "hour", ko: "시간", from: 1 },
  { size: 60_000, en: "minute", ko: "분", from: 1 },
  { size: 1_000, en: "second", ko: "초", from: 1 },
  { size: 1, en: "millisecond", ko: "밀리초", from: 1 },
] as const;

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** A whole number with its thousands set apart. */
export const sayCount = (n: number): string => (Number.isInteger(n) && n >= 0 ? grouped(n) : String(n));

/** A duration in words; a negative one is said with its sign. */
export function sayDuration(durationMs: number, language: Language): string {
  if (durationMs < 0) return `-${sayDuration(-durationMs, language)}`;
  let left = Math.round(durationMs);
  const parts: string[] = [];
  for (const unit of units) {
    const many = Math.floor(left / unit.size);
    if (many < unit.from) continue;
    left -= many * unit.size;
    parts.push(
      language === "ko"
        ? `${grouped(many)}${unit.ko}`
        : `${grouped(many)} ${unit.en}${many === 1 ? "" : "s"}`,
    );
  }
  if (parts.length === 0) return language === "ko" ? "0초" : "0 seconds";
  return parts.join(" ");
}
