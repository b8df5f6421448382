// On the page for lost addresses: its links begin at the folder in which this script was found, wherever on its host the
// site lies.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src).pathname;
  for (const link of document.querySelectorAll('a[href^="/"]')) {
    if (!link.pathname.startsWith(root)) link.pathname = root + link.pathname.slice(1);
  }
})();
