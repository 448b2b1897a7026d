// The colours of every picture, from the palette of Okabe and Ito, which colour-blind readers can tell apart.
// Painters read them here; none of them is ever the only sign of a difference, which shape or dash shows too.
// Tints are for areas behind words and keep black text readable.

export const palette = {
  ink: "#1a1a1a",
  quiet: "#5a5f66",
  line: "#c9ced6",
  paper: "#ffffff",
  /** Something happened. */
  event: "#0072b2",
  eventTint: "#eaf4fb",
  /** An instant came. */
  deadline: "#b34700",
  deadlineTint: "#fdf1e8",
  /** Something is kept. */
  kept: "#0072b2",
  keptTint: "#eaf4fb",
  gone: "#5a5f66",
  made: "#0072b2",
  taken: "#009e73",
  refused: "#d55e00",
  removed: "#cc79a7",
  live: "#56b4e9",
} as const;

export const fonts = {
  words: 'system-ui, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif',
  fixed: 'ui-monospace, "DejaVu Sans Mono", monospace',
} as const;
