// A pass as a QR code: modules for whoever paints, SVG for a page, half blocks for a terminal. Base45 fits the
// alphanumeric mode, and error correction M bears a smudged or glaring screen. It draws what it is given and knows
// nothing of passes being good or bad.

import { encodeQR } from "qr";

// Four modules of quiet zone are what the standard asks for; scanners miss codes with less.
const options = { ecc: "medium", encoding: "alphanumeric", border: 4 } as const;

export const qrModules = (text: string): readonly (readonly boolean[])[] => encodeQR(text, "raw", options);

export const qrSvg = (text: string): string => encodeQR(text, "svg", options);

export const qrTerminal = (text: string): string => encodeQR(text, "ascii", options);
