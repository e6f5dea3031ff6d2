const veld = document.getElementById('woorden'), punten = [...document.querySelectorAll('#lijst > li')];
const kaal = t => t.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const teksten = punten.map(p => kaal(p.textContent));
document.getElementById('zoek').hidden = false;
document.getElementById('zoek').addEventListener('submit', e => e.preventDefault());
veld.addEventListener('input', () => {
  const woorden = kaal(veld.value).split(/\s+/).filter(Boolean);
  let n = 0;
  punten.forEach((p, i) => { p.hidden = !woorden.every(w => teksten[i].includes(w)); n += !p.hidden; });
  document.getElementById('aantal').textContent = woorden.length ? n + ' van ' + punten.length : '';
});
