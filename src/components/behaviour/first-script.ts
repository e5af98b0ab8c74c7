/**
 * The one script that runs before anything is drawn: it marks that there is script, takes up the theme that the
 * reader chose, so that nothing flashes, and marks an address that asks something, so that the search page has room
 * for the answer from its first frame on. Inline, so its hash stands in the page's policy.
 */
export const FIRST_SCRIPT =
  'var d=document.documentElement;d.dataset.js="";location.search&&(d.dataset.asked="");try{var t=localStorage.getItem("theme");t&&(d.dataset.theme=t)}catch(e){}';
