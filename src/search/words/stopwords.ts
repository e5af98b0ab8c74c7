/** Words that carry grammar, not subject. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also am an and any are aren as at be because been before being below " +
    "between both but by can cannot could couldn did didn do does doesn doing don down during each either else etc " +
    "few for from further had hadn has hasn have haven having he her here hers herself him himself his how however " +
    "i if in into is isn it its itself just let me more most must my myself neither no nor not of off on once one " +
    "only or other ought our ours ourselves out over own per rather same shan she should shouldn so some such than " +
    "that the their theirs them themselves then there therefore these they this those through thus to too under " +
    "until up upon us very via was wasn we were weren what when where whether which while who whom whose why will " +
    "with within without won would wouldn you your yours yourself yourselves anyone anybody someone everyone"
  ).split(" "),
);

/** Words of asking for papers, which say nothing of what they are about. Left out of questions only. */
export const ASKING: ReadonlySet<string> = new Set(
  (
    "please find give show tell list describe discuss explain article articles paper papers study studies work works " +
    "research researches literature publication publications information interested concerning regarding relating " +
    "deal deals dealing dealt anything something available existing exist exists been done made make makes making " +
    "know known like want need needs looking search possible various several different used using use uses approach " +
    "approaches"
  ).split(" "),
);
