/* Houdt op de server vast wat iemand typt en nog niet bewaarde; in de browser blijft niets achter. */
'use strict';

(function () {
  const WACHT_MS = 3000;
  const OPNIEUW_MS = 10000;
  const GEEN = 'input[type=file], input[type=password], [data-geen-klad]';

  /* Teruggaan naar een formulier met een fout opent het opnieuw: de browser mag de bladzijde niet bewaren, de klad wel. */
  if (document.querySelector('input[data-klad]')) {
    window.history.replaceState(window.history.state, '');
  }

  document.querySelectorAll('input[data-klad]').forEach(function (bewijs) {
    const formulier = bewijs.form;
    let klok = 0;
    let gewijzigd = false;
    let verstuurd = false;
    /* Op Annuleren geklikt, en daarna echt op weg naar een andere bladzijde. */
    let geannuleerd = false;
    let weggooien = false;
    let verzoek = null;
    /* Een bladzijde waarop iemand lang schrijft, zegt of de tekst is vastgehouden. */
    const stand = document.querySelector('[data-klad-stand]');

    function zeg(tekst) {
      if (stand && stand.textContent !== tekst) {
        stand.textContent = tekst;
      }
    }

    function opnieuw() {
      if (verstuurd) {
        return;
      }
      gewijzigd = true;
      zeg('Geen verbinding. Uw tekst staat nog op dit scherm. Wij proberen het vanzelf opnieuw.');
      clearTimeout(klok);
      klok = setTimeout(function () { bewaar(false); }, OPNIEUW_MS);
    }

    function klaar(antwoord) {
      if (antwoord.type === 'opaqueredirect') {
        zeg('U bent uitgelogd. Uw tekst is vastgehouden. Log opnieuw in.');
      } else if (antwoord.status === 413) {
        zeg('Deze tekst is te lang om vast te houden. Klik op Bewaren.');
      } else if (antwoord.ok) {
        const nu = new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
        zeg('Uw tekst is vastgehouden om ' + nu + '. Klik op Bewaren als u klaar bent.');
      } else {
        opnieuw();
      }
    }

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
      }).then(weggaand ? null : klaar).catch(function (fout) {
        if (!fout || fout.name !== 'AbortError') {
          opnieuw();
        }
      });
    }

    function bewaar(weggaand) {
      clearTimeout(klok);
      if (gewijzigd && !verstuurd) {
        gewijzigd = false;
        stuur(bewijs.dataset.klad, inhoud(), weggaand);
      }
    }

    function gooiWeg() {
      clearTimeout(klok);
      gewijzigd = false;
      if (verzoek) {
        verzoek.abort();
      }
      const token = formulier.elements.csrfmiddlewaretoken;
      stuur(bewijs.dataset.kladWeg, new URLSearchParams([[bewijs.name, bewijs.value], [token.name, token.value]]), true);
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
    window.addEventListener('online', function () { bewaar(false); });
    /* Wie bij de waarschuwing toch blijft, houdt zijn tekst: pas een bladzijde die weggaat, gooit weg. */
    window.addEventListener('beforeunload', function () {
      weggooien = geannuleerd;
      geannuleerd = false;
    });
    window.addEventListener('pagehide', function () {
      if (geannuleerd || weggooien) {
        gooiWeg();
      } else {
        bewaar(true);
      }
    });
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
      if (event.target.closest('.bo-knoppen__terug') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        geannuleerd = true;
      }
    });
  });
})();
