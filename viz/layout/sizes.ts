// The sizes that layout and paint have to agree on, in pixels: fonts, paddings and gaps.
// Both read them here, so that what was measured is what is painted.
// It holds no colours; those are in viz/paint.

export const sizes = {
  nameText: 15,
  idText: 11,
  buttonText: 13,
  orderText: 10,
  /** Why something is refused, under the words of its button. */
  reasonText: 12,
  reasonPitch: 16,
  reasonFoot: 4,
  reasonWidthMost: 250,
  /** Left and right of the words in a box. */
  boxPadding: 18,
  boxTitleHeight: 50,
  boxWidthLeast: 120,
  /** Below the last button in a box. */
  boxFoot: 12,
  boxCorner: 12,
  buttonHeight: 24,
  buttonGap: 5,
  buttonPadding: 9,
  /** Room for the clock of a deadline, the loop of a return, or the number of an alternative. */
  markWidth: 18,
  startDot: 16,
  margin: 14,
} as const;
