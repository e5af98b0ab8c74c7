import type { PageHead } from "../../citation/styles/page-item.ts";

/** What the page's head says of its paper. */
export function readHead(): PageHead {
  const metas = [...document.querySelectorAll<HTMLMetaElement>("meta[name^=citation_]")].map(
    ({ name, content }) => [name, content] as const,
  );
  const article = document.querySelector('script[type="application/ld+json"]')?.textContent;
  const { sameAs = [] } = JSON.parse(article ?? "{}") as { sameAs?: string[] };
  return { metas, sameAs };
}
