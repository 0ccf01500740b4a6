/* Houdt op de server vast wat iemand typt en nog niet bewaarde; in de browser blijft niets achter. */
'use strict';

(function () {
  const WACHT_MS = 3000;
  const GEEN = 'input[type=file], input[type=password], [data-geen-klad]';

  document.querySelectorAll('input[data-klad]').forEach(function (bewijs) {
    const formulier = bewijs.form;
    let klok = 0;
    let gewijzigd = false;
    let verstuurd = false;
    let verzoek = null;

    function inhoud() {
      const velden = new URLSearchParams();
      new FormData(formulier).forEach(function (waarde, naam) {
        if (typeof waarde === 'string') {
          velden.append(naam, waarde);
        }
      });
      formulier.querySelectorAll(GEEN).forEach(function (veld) {
        velden.delete(veld.name);
      });
      return velden;
    }

    function stuur(adres, velden, weggaand) {
      verzoek = new AbortController();
      /* Zonder inlog stuurt de server naar de inlogpagina, maar de tekst is dan al bewaard. */
      fetch(adres, {
        method: 'POST',
        body: velden,
        keepalive: weggaand,
        redirect: 'manual',
        credentials: 'same-origin',
        signal: verzoek.signal,
      }).catch(function () {
        gewijzigd = !verstuurd;
      });
    }

    function bewaar(weggaand) {
      clearTimeout(klok);
      if (gewijzigd && !verstuurd) {
        gewijzigd = false;
        stuur(bewijs.dataset.klad, inhoud(), weggaand);
      }
    }

    function typt(event) {
      if (event.target.form === formulier && !event.target.matches(GEEN)) {
        gewijzigd = true;
        clearTimeout(klok);
        klok = setTimeout(function () { bewaar(false); }, WACHT_MS);
      }
    }

    document.addEventListener('input', typt);
    document.addEventListener('change', typt);
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        bewaar(true);
      }
    });
    window.addEventListener('pagehide', function () { bewaar(true); });
    window.addEventListener('pageshow', function () { verstuurd = false; });

    formulier.addEventListener('submit', function (event) {
      if (event.submitter && event.submitter.formTarget === '_blank') {
        return;
      }
      verstuurd = true;
      clearTimeout(klok);
      if (verzoek) {
        verzoek.abort();
      }
    });
    formulier.addEventListener('click', function (event) {
      if (event.target.closest('.bo-knoppen__terug')) {
        clearTimeout(klok);
        gewijzigd = false;
        const velden = inhoud();
        stuur(bewijs.dataset.kladWeg, velden, true);
      }
    });
  });
})();
