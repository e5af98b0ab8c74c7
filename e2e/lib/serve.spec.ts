import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { serve } from "./serve.ts";

test("a file that goes while it is sent breaks that answer off, and no other", async () => {
  const dir = mkdtempSync(join(tmpdir(), "carrel-serve-"));
  for (const name of ["going.txt", "staying.txt"]) writeFileSync(join(dir, name), name);
  const { url, server } = await serve(dir, "/", 0, (request, response) => {
    if (request.url !== "/going.txt") return false;
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
    response.writeHead = (...given: unknown[]) => {
      rmSync(join(dir, "going.txt"));
      return writeHead(...given);
    };
    return false;
  });
  await expect(fetch(`${url}going.txt`).then((answer) => answer.text())).rejects.toThrow();
  const answer = await fetch(`${url}staying.txt`);
  expect(await answer.text()).toBe("staying.txt");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});
