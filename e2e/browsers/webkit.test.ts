import { test } from "node:test";
import { pocketFlow } from "./pocket-flow.ts";
import { siteFlow } from "./site-flow.ts";
import { hasDisplay, openWebkit, presentWebkit } from "./webkit.ts";

const path = presentWebkit();

if (path === undefined)
  test("WebKit", {
    skip: "There is no WebKitWebDriver here: install webkit2gtk-driver, or let WEBKIT_DRIVER_PATH name one.",
  });
else if (!hasDisplay())
  test("WebKit", { skip: "WebKit draws on a display: xvfb-run npm run test:webkit" });
else {
  pocketFlow(() => openWebkit(path));
  siteFlow(() => openWebkit(path));
}
