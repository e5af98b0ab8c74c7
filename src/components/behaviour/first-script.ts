/**
 * The one script that runs before anything is drawn: it marks that there is script, and takes up the theme that the
 * reader chose, so that nothing flashes. Inline, so its hash stands in the page's policy.
 */
export const FIRST_SCRIPT =
  'var d=document.documentElement;d.dataset.js="";try{var t=localStorage.getItem("theme");t&&(d.dataset.theme=t)}catch(e){}';
