/** Short forms by which people know series whose sources spell them out. */
const SHORT: Readonly<Record<string, string>> = {
  "international conference on learning representations": "ICLR",
  "international conference on machine learning": "ICML",
  "advances in neural information processing systems": "NeurIPS",
  "neural information processing systems": "NeurIPS",
  "conference on neural information processing systems": "NeurIPS",
  "transactions on machine learning research": "TMLR",
  "journal of machine learning research": "JMLR",
  "international conference on artificial intelligence and statistics": "AISTATS",
  "conference on learning theory": "COLT",
  "conference on uncertainty in artificial intelligence": "UAI",
  "aaai conference on artificial intelligence": "AAAI",
  "international joint conference on artificial intelligence": "IJCAI",
  "annual meeting of the association for computational linguistics": "ACL",
  "conference on empirical methods in natural language processing": "EMNLP",
  "european conference on computer vision": "ECCV",
};

/** Whether a venue is only where preprints lie. */
export const isPreprintServer = (venue: string): boolean =>
  /^(?:arxiv|corr\b|biorxiv|medrxiv|ssrn)/iu.test(venue.trim());

/** A venue as the schema wants it, short form and year: `ICLR 2025`. A preprint server is no venue. */
export function writeVenue(venue: string, year: number | undefined): string | undefined {
  if (isPreprintServer(venue)) return undefined;
  const bare = venue.replace(/^proceedings of (?:the )?/iu, "").toLowerCase();
  const name = SHORT[venue.toLowerCase()] ?? SHORT[bare] ?? venue;
  return year === undefined || /\b(?:19|20)\d{2}\b/u.test(name) ? name : `${name} ${String(year)}`;
}
