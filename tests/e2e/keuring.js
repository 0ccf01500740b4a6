// Look at the page as it stands, for keuring.py. What axe would certainly let pass is not given to it: see there.
async ({alles, perElement, smal, gezien}) => {
    const KLEINST = 24;  // pixels, WCAG 2.5.8
    const BEDIENBAAR = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role][tabindex]';
    const elementen = [...document.body.querySelectorAll('*')];
    const zichtbaar = elementen.filter(el => el.checkVisibility({visibilityProperty: true}));
    const hier = new Set(zichtbaar);

    const stijlen = new Map();
    const stijl = el => {
        if (!stijlen.has(el)) {
            const telt = /^(class|type|open|disabled|hidden|aria-(current|invalid|busy))$/;
            const eigen = [...el.attributes].filter(a => telt.test(a.name)).map(a => `[${a.name}=${a.value}]`);
            const deze = el.tagName + eigen.sort().join('');
            stijlen.set(el, el === document.body ? deze : stijl(el.parentElement) + '>' + deze);
        }
        return stijlen.get(el);
    };
    const sleutel = tekst => [...tekst].reduce((som, teken) => Math.imul(som, 31) + teken.charCodeAt(0) | 0, 7);
    const bekend = new Set(gezien.split(' ').map(Number)), nieuw = [];
    const isNieuw = (el, wat) => {
        const s = sleutel(wat + stijl(el));
        if (bekend.has(s)) return false;
        bekend.add(s); nieuw.push(s);
        return true;
    };

    // Contrast: every text and field.
    const heeftTekst = el => [...el.childNodes].some(k => k.nodeType === 3 && k.data.trim());
    const kleurt = el => heeftTekst(el) || el.matches('input, select, textarea');
    // On a phone only when its colours, its size or its place in the layers differ from those that were looked at wide.
    const KLEUR = ['color', 'background', 'opacity', 'font-size', 'font-weight', 'position', 'z-index', 'float', 'transform'];
    const kleuren = el => {
        const eigen = getComputedStyle(el), waarden = KLEUR.map(naam => eigen.getPropertyValue(naam)).join();
        return el.parentElement ? `${waarden}>${kleuren(el.parentElement)}` : waarden;
    };
    const breed = smal && window.keuringKleuren || new Map(), nu = window.keuringKleuren = new Map();
    const verkleurt = el => {
        nu.set(el, kleuren(el));
        return breed.get(el) !== nu.get(el);
    };

    // A small target has room when a square of the least size around its middle touches no other's.
    const doelen = zichtbaar.filter(el => el.matches(BEDIENBAAR)).map(el => {
        const {left, right, top, bottom, width, height} = el.getBoundingClientRect();
        const x = (left + right) / 2, y = (top + bottom) / 2, half = KLEINST / 2;
        const ruim = [Math.min(left, x - half), Math.min(top, y - half), Math.max(right, x + half), Math.max(bottom, y + half)];
        return {el, eigen: [left, top, right, bottom], ruim, klein: width < KLEINST || height < KLEINST};
    });
    const raakt = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const botst = (a, b) => a !== b && (raakt(a.eigen, b.eigen) || (a.klein || b.klein) && raakt(a.ruim, b.ruim));
    const isKrap = doel => {
        const plek = ander => ander.eigen.map((maat, i) => Math.round(maat - doel.eigen[i % 2])).join();
        const buren = doelen.filter(ander => botst(doel, ander));
        return buren.length && isNieuw(doel.el, `krap ${[doel, ...buren].map(plek).join(';')} `);
    };

    // A link in a text must differ from it, which a line under it does.
    const blokVan = el => getComputedStyle(el).display.startsWith('inline') ? blokVan(el.parentElement) : el;
    const lengte = el => el.textContent.replace(/\s/g, '').length;
    const inTekst = link => {
        const blok = blokVan(link.parentElement);
        return lengte(blok) > [...blok.querySelectorAll('a')].reduce((som, ander) => som + lengte(ander), 0);
    };
    const zonderStreep = el => el.matches('a, [role=link]')
        && !getComputedStyle(el).textDecorationLine.includes('underline') && inTekst(el);

    // What scrolls is reached with the keyboard, itself or something in it.
    const schuiftLos = el => {
        if (el.scrollWidth <= el.clientWidth && el.scrollHeight <= el.clientHeight) return false;
        const {overflowX, overflowY} = getComputedStyle(el);
        if (![overflowX, overflowY].some(waarde => waarde === 'auto' || waarde === 'scroll')) return false;
        const bereikbaar = k => hier.has(k) && !k.disabled && k.tabIndex >= 0;
        return !bereikbaar(el) && ![...el.querySelectorAll(BEDIENBAAR)].some(bereikbaar);
    };

    const verdacht = new Set([
        ...zichtbaar.filter(el => kleurt(el) && isNieuw(el, 'kleur ') && verkleurt(el)),
        ...doelen.filter(isKrap).map(doel => doel.el),
        ...zichtbaar.filter(el => zonderStreep(el) && isNieuw(el, 'link ')),
        ...zichtbaar.filter(schuiftLos),
    ]);

    // What shows in one width only: a name may have lost its words, and a part its heading.
    const eerder = window.keuringZichtbaar || new Set();
    const wisselt = smal && elementen.filter(el => hier.has(el) !== eerder.has(el) && isNieuw(el, 'wisselt ')).length;
    window.keuringZichtbaar = hier;

    const fouten = [];
    if (!smal || wisselt) fouten.push(...(await axe.run(document, alles)).violations);
    if (verdacht.size) fouten.push(...(await axe.run({include: [...verdacht]}, perElement)).violations);
    return {
        scherm: window.innerWidth,
        breed: document.documentElement.scrollWidth,
        nieuw,
        fouten: fouten.map(fout => [fout.id, fout.nodes[0].html]),
    };
}
