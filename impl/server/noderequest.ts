// Node's own request behind Effect's: the only way to the connection and to the key that its other end proved.
// The middleware that asks who is there uses it. Anything but a request of Node's server is a mistake of ours.
import { IncomingMessage } from "node:http";
import type { HttpServerRequest } from "../protocol/http/effecthttp.ts";

export const nodeRequest = (request: HttpServerRequest.HttpServerRequest): IncomingMessage => {
  const { source } = request;
  if (source instanceof IncomingMessage) return source;
  throw new TypeError("a request that did not come through a server of Node's");
};
