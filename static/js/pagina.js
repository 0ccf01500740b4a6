/* Kleine verbeteringen van elke bladzijde; zonder dit bestand werkt alles ook. */
'use strict';

(function () {
  /* De knop Afdrukken is er alleen als dit bestand draait. */
  document.querySelectorAll('[data-print]').forEach(function (knop) {
    knop.hidden = false;
    knop.addEventListener('click', function () {
      window.print();
    });
  });

  /* Het accountmenu sluit met Escape en bij een klik ernaast. */
  const account = document.querySelector('details.bo-wie');
  if (account) {
    document.addEventListener('click', function (event) {
      if (!account.contains(event.target)) {
        account.open = false;
      }
    });
    account.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && account.open) {
        account.open = false;
        account.querySelector('summary').focus();
      }
    });
  }

  /* Op een smal scherm schuift het menu van een dossier opzij; begin bij waar u bent. */
  const hier = document.querySelector('.bo-zijnav [aria-current]');
  if (hier) {
    const menu = hier.closest('.bo-zijnav');
    menu.scrollLeft = hier.offsetLeft + hier.offsetWidth / 2 - menu.offsetLeft - menu.clientWidth / 2;
  }

  /* Een anker naar een gesloten deel opent dat deel. */
  function openDoel() {
    const doel = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let deel = doel && doel.closest('details'); deel; deel = deel.parentElement.closest('details')) {
      deel.open = true;
    }
  }
  window.addEventListener('hashchange', openDoel);
  openDoel();

  /* Op papier gaat open wat de bladzijde zelf zegt. Een uitleg of berekening komt mee als u haar opent. */
  let dicht = [];
  window.addEventListener('beforeprint', function () {
    dicht = Array.from(document.querySelectorAll('details[data-druk]:not([open])'));
    dicht.forEach(function (deel) { deel.open = true; });
  });
  window.addEventListener('afterprint', function () {
    dicht.forEach(function (deel) { deel.open = false; });
  });
})();
