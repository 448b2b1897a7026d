// What a scanner says in English: what it shows, and what to do where no camera can be used.
// ko.ts has the same keys, or does not compile.
export const asking = "The camera is being opened. Please allow it if your browser asks.";
export const view = "What the camera sees";
export const choice = "Camera";
export const nameless = (place: string): string => `Camera ${place}`;
export const otherWay = "You can also type the code.";
export const again = "Try the camera again";

export const faults = {
  insecure: {
    sentence: "The browser gives this page no camera, because its address is not secure.",
    advice: "Please open it with https://, or on the machine itself.",
  },
  refused: {
    sentence: "The camera is not allowed for this page.",
    advice: "Please allow it in the settings of your browser.",
  },
  absent: {
    sentence: "No camera was found.",
    advice: "Please connect one.",
  },
  busy: {
    sentence: "The camera cannot be used at the moment.",
    advice: "Please close other programs that use it.",
  },
  lost: {
    sentence: "The camera is gone.",
    advice: "Please connect it again.",
  },
} as const;
