/* Houdt op de server vast wat iemand typt en nog niet bewaarde; in de browser blijft niets achter. */
'use strict';

(function () {
  const WACHT_MS = 3000;
  const OPNIEUW_MS = 10000;
  /* Zo lang is een formulier dat is verstuurd, nog op weg; daarna blijft deze bladzijde waarschijnlijk staan. */
  const ONDERWEG_MS = 8000;
  /* Meer neemt een browser niet aan van een bladzijde die weggaat (64 KiB, alles samen). */
  const WEGGAAND_TEKENS = 60000;
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
    /* Welke bladzijde dit is en hoe vaak haar tekst wijzigde: wat later aankomt dan nieuwere tekst, telt niet meer. */
    let pagina = nieuwePagina();
    let wijzigingen = 0;
    const keer = voegToe('klad_keer');
    const labels = voegToe('klad_labels');
    let verzoek = null;
    /* Een bladzijde waarop iemand lang schrijft, zegt of de tekst is vastgehouden. */
    const stand = document.querySelector('[data-klad-stand]');

    function zeg(tekst) {
      if (stand && stand.textContent !== tekst) {
        stand.textContent = tekst;
      }
    }

    function opnieuw() {
      gewijzigd = true;
      if (verstuurd) {
        return;
      }
      zeg('Geen verbinding. Uw tekst staat nog op dit scherm. Wij proberen het vanzelf opnieuw.');
      clearTimeout(klok);
      klok = setTimeout(function () { bewaar(false); }, OPNIEUW_MS);
    }

    function klaar(antwoord) {
      if (antwoord.type === 'opaqueredirect') {
        zeg('U bent uitgelogd. Uw tekst is vastgehouden. Log opnieuw in.');
      } else if (antwoord.status === 413) {
        zeg('Deze tekst is te lang om vast te houden. Klik op Bewaren.');
      } else if (antwoord.status === 400) {
        zeg('Deze bladzijde staat te lang open om uw tekst vast te houden. Klik op Bewaren.');
      } else if (antwoord.ok) {
        const nu = new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
        zeg('Uw tekst is vastgehouden om ' + nu + '. Klik op Bewaren als u klaar bent.');
      } else {
        opnieuw();
      }
    }

    function nieuwePagina() {
      return Date.now().toString(36) + Math.random().toString(36).slice(2, 12);
    }

    function voegToe(naam) {
      const veld = document.createElement('input');
      veld.type = 'hidden';
      veld.name = naam;
      bewijs.after(veld);
      return veld;
    }

    function leesWoorden(bron) {
      return bron ? bron.textContent.replace(/\s+/g, ' ').replace('(niet verplicht)', '').trim() : '';
    }

    /* Het opschrift van elk veld, met dat van zijn deel van het formulier ervoor: 'Werk: Hoe is het nu?'. */
    function leesLabels() {
      const gevonden = {};
      Array.from(formulier.elements).forEach(function (veld) {
        if (!veld.matches('[name]:is(input, select, textarea):not([type=hidden])') || veld.matches(GEEN)) {
          return;
        }
        const keuze = veld.closest('.bo-veld--keuze');
        const label = leesWoorden(keuze ? keuze.querySelector('legend') : veld.labels[0]);
        const deel = (keuze || veld).parentElement.closest('fieldset, details');
        const kop = leesWoorden(deel && deel.querySelector(
          ':scope > legend, :scope > summary .bo-titel, :scope > summary .bo-sterk')).replace(/\?$/, '');
        gevonden[veld.name] = label && kop ? kop + ': ' + label : label;
      });
      return gevonden;
    }

    /* Ook tekst die niet is getypt, zoals van een hulpprogramma, is tekst om te bewaren. */
    function isGevuld() {
      return Array.from(formulier.elements).some(function (veld) {
        return veld.matches('input, textarea') && !veld.matches(GEEN) && veld.value !== veld.defaultValue;
      });
    }

    function vulAan() {
      if (wijzigingen === 0 && isGevuld()) {
        wijzigingen = 1;
      }
      keer.value = pagina + ':' + wijzigingen;
      labels.value = JSON.stringify(leesLabels());
    }

    function inhoud() {
      vulAan();
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
        keepalive: weggaand && velden.toString().length < WEGGAAND_TEKENS,
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
      vulAan();
      const mee = [bewijs, formulier.elements.csrfmiddlewaretoken, keer];
      stuur(bewijs.dataset.kladWeg, new URLSearchParams(mee.map(function (veld) {
        return [veld.name, veld.value];
      })), true);
    }

    function typt(event) {
      if (event.target.form === formulier && !event.target.matches(GEEN)) {
        gewijzigd = true;
        wijzigingen += 1;
        /* Wie verder typt, bleef: bij een bladzijde die lang wegblijft, of na een bestand dat is opgehaald. */
        verstuurd = false;
        geannuleerd = false;
        weggooien = false;
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
    /* Een bladzijde die de browser bewaarde, begint opnieuw: wat er staat, kan al weggegooid zijn. */
    window.addEventListener('pageshow', function (event) {
      if (event.persisted) {
        verstuurd = false;
        geannuleerd = false;
        weggooien = false;
        pagina = nieuwePagina();
      }
    });

    formulier.addEventListener('submit', function (event) {
      vulAan();
      if (event.submitter && event.submitter.formTarget === '_blank') {
        return;
      }
      verstuurd = true;
      geannuleerd = false;
      weggooien = false;
      clearTimeout(klok);
      klok = setTimeout(function () {
        verstuurd = false;
        bewaar(false);
      }, ONDERWEG_MS);
    });
    formulier.addEventListener('click', function (event) {
      if (event.target.closest('.bo-knoppen__terug') && !event.ctrlKey && !event.metaKey
          && !event.shiftKey && !event.altKey) {
        geannuleerd = true;
      }
    });
  });
})();
