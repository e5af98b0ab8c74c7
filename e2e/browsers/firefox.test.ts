import { test } from "node:test";
import { openFirefox, presentFirefox } from "./firefox.ts";
import { pocketFlow } from "./pocket-flow.ts";
import { siteFlow } from "./site-flow.ts";

const path = presentFirefox();

if (path === undefined)
  test("Firefox", {
    skip: "There is no Firefox here: install it, or let FIREFOX_PATH name one.",
  });
else {
  pocketFlow(() => openFirefox(path));
  siteFlow(() => openFirefox(path));
}
