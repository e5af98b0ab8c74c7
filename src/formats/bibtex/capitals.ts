/** Which words of a title must keep their capitals in a style that lowers titles, as `plain` does. */

/** Names that the field uses as words: title case does not tell them from others. */
const EPONYMS = new Set(
  (
    "adam bayes bayesian bellman bernoulli boltzmann bregman cauchy chebyshev cholesky dirichlet euclidean euler fisher " +
    "fourier frank-wolfe frobenius gauss gauss-newton gaussian gibbs gram-schmidt green hamiltonian hebbian hessian " +
    "hilbert hopfield jacobian kalman kolmogorov kronecker krylov kullback-leibler lagrange lagrangian langevin laplace " +
    "laplacian lipschitz lyapunov mahalanobis markov markovian mercer monte-carlo nash nesterov newton nyström pareto " +
    "poisson polyak rademacher riemann riemannian schrödinger shannon shapley sinkhorn sobolev stein thompson turing " +
    "wasserstein weibull wiener african american arabic asian bengali chinese dutch english european french german greek " +
    "hebrew hindi indian italian japanese korean latin persian portuguese russian spanish turkish vietnamese wikipedia " +
    "youtube twitter reddit python java atari minecraft github google openai pytorch tensorflow"
  ).split(" "),
);

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** A capital beyond a part's first letter, or a letter alone. */
const isSpelled = (word: string) =>
  word.split("-").some((part) => {
    const [first = "", ...rest] = part.replace(/^[^\p{L}\p{N}]+/u, "").split(/(?<=^.)/su);
    const after = rest.join("");
    return (
      part !== "A" && (/\p{Lu}/u.test(after) || (/\p{Lu}/u.test(first) && !/\p{L}/u.test(after)))
    );
  });

const isEponym = (word: string) => {
  const name = bare(word)
    .replace(/['’]s$/u, "")
    .toLowerCase();
  return EPONYMS.has(name) || name.split("-").some((part) => EPONYMS.has(part));
};

/** Whether a title is written as a sentence is: then a capital within it marks a name. */
function isSentence(words: readonly string[]): boolean {
  const long = words.slice(1).filter((word) => bare(word).length > 4);
  const lower = long.filter((word) => /^\P{Lu}*$/u.test(word));
  return long.length > 2 && lower.length * 3 >= long.length * 2;
}

/**
 * A test for the words of this title, as they stand between spaces: whether a style that lowers titles would spoil
 * one. BibTeX itself keeps the first word of the title and the word after a colon.
 */
export function keepsCapitals(title: string): (word: string) => boolean {
  const words = title.split(/\s+/u).filter((word) => word !== "");
  const names = new Set(
    isSentence(words)
      ? words.filter(
          (word, at) =>
            at > 0 && !/[:.?!]$/u.test(words[at - 1] ?? "") && /^\p{Lu}/u.test(bare(word)),
        )
      : [],
  );
  return (word) => isSpelled(word) || (/\p{Lu}/u.test(word) && isEponym(word)) || names.has(word);
}
