/* Toont de eerste resultaten terwijl iemand typt; zonder dit bestand werkt zoeken met Enter. */
'use strict';

(function () {
  const formulier = document.querySelector('form[data-zoek-direct]');
  if (!formulier) {
    return;
  }
  const veld = formulier.querySelector('input[type=search]');
  const uit = formulier.querySelector('.bo-zoek__uit');
  const WACHT = 250;
  const MINSTENS = 2;
  let wachter = null;
  let vraag = null;

  function sluit() {
    uit.hidden = true;
    uit.textContent = '';
  }

  /* Een antwoord op wat iemand al heeft gewist of veranderd, komt niet meer in beeld. */
  function zoek() {
    if (vraag) {
      vraag.abort();
    }
    if (veld.value.trim().length < MINSTENS) {
      sluit();
      return;
    }
    vraag = new AbortController();
    fetch(formulier.dataset.zoekDirect, {
      method: 'POST', body: new FormData(formulier), signal: vraag.signal, redirect: 'error',
    }).then(function (antwoord) {
      return antwoord.ok ? antwoord.text() : '';
    }).then(function (html) {
      uit.innerHTML = html;
      uit.hidden = !html.trim();
    }).catch(sluit);
  }

  function keuzes() {
    return Array.from(uit.querySelectorAll('a'));
  }

  veld.addEventListener('input', function () {
    clearTimeout(wachter);
    wachter = setTimeout(zoek, WACHT);
  });

  /* Pijl omlaag en omhoog lopen door de resultaten; Escape sluit ze en gaat terug naar het veld. */
  formulier.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !uit.hidden) {
      event.preventDefault(); /* een zoekveld maakt zichzelf leeg */
      sluit();
      veld.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }
    const rij = [veld].concat(keuzes());
    const hier = rij.indexOf(document.activeElement);
    const daar = rij[hier + (event.key === 'ArrowDown' ? 1 : -1)];
    if (daar && rij.length > 1) {
      event.preventDefault();
      daar.focus();
    }
  });

  document.addEventListener('focusin', function (event) {
    if (!formulier.contains(event.target)) {
      sluit();
    }
  });
  document.addEventListener('click', function (event) {
    if (!formulier.contains(event.target)) {
      sluit();
    }
  });
  formulier.addEventListener('submit', function () {
    clearTimeout(wachter);
    if (vraag) {
      vraag.abort();
    }
    sluit();
  });
})();
