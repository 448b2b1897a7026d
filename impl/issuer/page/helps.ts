// How a phone helps with what is typed here: the keyboard that comes up, and what it offers to fill in.
// A guardian's number and code are somebody else's, and nothing is offered for them.
const longest = 40;

export const phoneHelps = { inputMode: "tel", autoComplete: "tel", maxLength: longest } as const;
export const otherPhoneHelps = { ...phoneHelps, autoComplete: "off" } as const;
export const codeHelps = { inputMode: "numeric", autoComplete: "one-time-code", maxLength: 12 } as const;
export const otherCodeHelps = { ...codeHelps, autoComplete: "off" } as const;
export const textHelps = { autoComplete: "off", autoCapitalize: "characters", maxLength: longest } as const;
