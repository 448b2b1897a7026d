// Reads the QR code that a video shows at the moment: by the browser where it can, else by the package `qr`.
// One canvas is used again and again, so reading all day takes no more memory than reading once.
// It keeps no picture and no text, and judges nothing.
import { decodeQR, type BarcodeDetector as Detector } from "qr/decode.js";

declare global {
  var BarcodeDetector: (new (options: { formats: ["qr_code"] }) => Detector) & {
    getSupportedFormats: () => Promise<readonly string[]>;
  };
}

/** The text of the code that the video shows; undefined where it shows none. */
export type Reading = (video: HTMLVideoElement) => Promise<string | undefined>;

/** A code of a pass fills a few hundred pixels; more would only cost time. */
const longestSide = 800;

const ownReading = (): Reading => {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const { videoWidth, videoHeight } = video;
    if (context === null || videoWidth === 0 || videoHeight === 0) return Promise.resolve(undefined);
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    const width = Math.round(videoWidth * scale);
    const height = Math.round(videoHeight * scale);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, width, height)));
    } catch {
      // How it says that there is no code in the picture.
      return Promise.resolve(undefined);
    } finally {
      context.clearRect(0, 0, width, height);
    }
  };
};

const browsersReading = (): Reading => {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (video.videoWidth === 0 ? undefined : (await detector.detect(video))[0]?.rawValue);
};

export const openReading = async (): Promise<Reading> => {
  if (!("BarcodeDetector" in globalThis)) return ownReading();
  const formats: readonly string[] = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!formats.includes("qr_code")) return ownReading();
  let reading = browsersReading();
  return (video) =>
    reading(video).catch(() => {
      // Some browsers name the service and do not have it.
      reading = ownReading();
      return reading(video);
    });
};
