/* Verbetert formulieren; zonder dit bestand werken zij ook. */
'use strict';

(function () {
  let gewijzigd = false;

  /* Zet de aandacht op het foutenoverzicht: wie niet kijkt, hoort het meteen. */
  const fouten = document.querySelector('[data-focus]');
  if (fouten) {
    fouten.focus();
  }

  /* Twee keer klikken verstuurt een keer. Na terugbladeren kan het weer. */
  document.addEventListener('submit', function (event) {
    const formulier = event.target;
    if (event.defaultPrevented || formulier.method !== 'post') {
      return;
    }
    /* Een voorbeeld in een nieuw tabblad bewaart niets: deze bladzijde blijft zoals zij is. */
    if (event.submitter && event.submitter.formTarget === '_blank') {
      return;
    }
    if (formulier.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      return;
    }
    formulier.setAttribute('aria-busy', 'true');
    /* Een formulier dat een bestand ophaalt, blijft op deze bladzijde. */
    setTimeout(function () { formulier.removeAttribute('aria-busy'); }, 8000);
    gewijzigd = false;
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[aria-busy]').forEach(function (formulier) {
      formulier.removeAttribute('aria-busy');
    });
  });

  /* Waarschuw wie weggaat met tekst die nog niet is bewaard. */
  document.addEventListener('input', function (event) {
    const formulier = event.target.closest('form[data-bewaak]');
    if (formulier && formulier.method === 'post') {
      gewijzigd = true;
    }
  });
  window.addEventListener('beforeunload', function (event) {
    if (gewijzigd) {
      event.preventDefault();
    }
  });
})();
