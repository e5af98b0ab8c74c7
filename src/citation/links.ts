import type { Paper } from "../paper/paper.ts";

/** A place outside where a paper, its text or its code is. */
export interface OutLink {
  kind: "arxiv" | "pdf" | "doi" | "code" | "project" | "page";
  label: string;
  url: string;
}

/** The address of a DOI at its resolver. */
export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;

/** The address of an arXiv abstract. */
export const arxivUrl = (id: string): string => `https://arxiv.org/abs/${id}`;

/** Where the text itself is, if anywhere known. */
export function pdfUrl(paper: Paper): string | undefined {
  return (
    paper.pdf ?? (paper.arxiv === undefined ? undefined : `https://arxiv.org/pdf/${paper.arxiv}`)
  );
}

/** Everything outside that a paper's page points to, the paper itself first. */
export function outLinks(paper: Paper): OutLink[] {
  const pdf = pdfUrl(paper);
  const links: (OutLink | undefined)[] = [
    paper.arxiv === undefined
      ? undefined
      : {
          kind: "arxiv",
          label: `arXiv:${paper.arxiv}`,
          url: arxivUrl(paper.arxiv),
        },
    pdf === undefined ? undefined : { kind: "pdf", label: "PDF", url: pdf },
    paper.doi === undefined ? undefined : { kind: "doi", label: "DOI", url: doiUrl(paper.doi) },
    paper.url === undefined
      ? undefined
      : { kind: "page", label: hostOf(paper.url), url: paper.url },
    paper.code === undefined ? undefined : { kind: "code", label: "Code", url: paper.code },
    paper.project === undefined
      ? undefined
      : { kind: "project", label: "Project", url: paper.project },
  ];
  return links.filter((link) => link !== undefined);
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./u, "");

/** A person's page in the register of researchers. */
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;
