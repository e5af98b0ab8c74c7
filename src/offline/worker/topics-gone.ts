/** The site has none of the topics any more that the reader chose: there is nothing to take the kept ones' place. */
export class TopicsGone extends Error {}
